import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ErasureRepository, TurnRepository, type Database } from '../../src/index.ts';
import { makePersonas } from '../support/make-personas.ts';
import { turnOf } from '../support/turn.ts';

/** @param openErasing who erases, where that is another role */
export function describeTurns(open: () => Database, openErasing = open): void {
  let database: Database;
  let turns: TurnRepository;
  let erasing: ErasureRepository;
  beforeAll(async () => {
    database = open();
    erasing = new ErasureRepository(openErasing().kysely);
    turns = new TurnRepository(database.kysely);
    await makePersonas(database, 'teller', 'other');
  });

  const key = { keyId: 'key-a' };

  describe('turns', () => {
    it('are stored with their conversation, and read back as they were', async () => {
      const turn = turnOf('teller', { userId: 'ann' });
      await turns.append(turn, key);
      expect(await turns.turn(turn.turnId)).toEqual(turn);
      expect(await turns.get(turn.conversationId)).toMatchObject({
        keyId: 'key-a',
        userId: 'ann',
        title: 'Where is the lamp?',
        turns: 1,
        history: [turn],
      });
    });

    it('are stored once, however often they are sent', async () => {
      const turn = turnOf('teller');
      await Promise.all([turns.append(turn, key), turns.append(turn, key)]);
      await turns.append({ ...turn, answer: 'Another.' }, key);
      const found = await turns.get(turn.conversationId);
      expect(found?.history.map(({ answer }) => answer)).toEqual(['Up the stairs.']);
    });

    it('are not stored where their user was erased while the answer was given; what they ask later is', async () => {
      const userId = randomUUID();
      const askedAt = new Date(Date.now() - 60_000).toISOString();
      const during = turnOf('teller', { userId });
      const erasures = new ErasureRepository(database.kysely);
      const { erasureId } = await erasures.open({ scope: 'user', userId }, 'k');
      await erasing.finish(erasureId);
      expect(await turns.append(during, { ...key, askedAt })).toBe(false);
      expect(await turns.get(during.conversationId)).toBeNull();
      const nobody = turnOf('teller');
      expect(await turns.append(nobody, { ...key, askedAt })).toBe(true);
      expect(await turns.turn(nobody.turnId)).not.toBeNull();
      const later = turnOf('teller', { userId });
      await turns.append(later, {
        ...key,
        askedAt: new Date(Date.now() + 60_000).toISOString(),
      });
      expect(await turns.turn(later.turnId)).not.toBeNull();
    });

    it('that are being stored are waited for by an erasure of their user', async () => {
      const userId = randomUUID();
      const turn = turnOf('teller', { userId });
      const erasures = new ErasureRepository(database.kysely);
      const [, { erasureId }] = await Promise.all([
        turns.append(turn, { ...key, askedAt: new Date(Date.now() - 60_000).toISOString() }),
        erasures.open({ scope: 'user', userId }, 'k'),
      ]);
      for (const personaId of await erasing.personasOfUser(userId))
        await erasing.eraseUser({ erasureId, personaId, userId });
      await erasing.finish(erasureId);
      expect(await turns.turn(turn.turnId)).toBeNull();
    });

    it('keep what no database holds out, and the rest in', async () => {
      const turn = turnOf('teller', {
        question: 'nul\0 half\ud800 whole \u{1f511}',
        answer: 'a\\u0000b',
      });
      turn.evidence = [
        {
          passageId: randomUUID(),
          documentId: 'd\0',
          documentKey: randomUUID(),
          text: 'c\\u0000d \ud83d',
          score: 1,
          cited: true,
        },
      ];
      await turns.append(turn, key);
      const found = await turns.turn(turn.turnId);
      expect(found?.question).toBe('nul half\ufffd whole \u{1f511}');
      expect(found?.answer).toBe('a\\u0000b');
      expect(found?.evidence[0]).toMatchObject({ documentId: 'd', text: 'c\\u0000d \ufffd' });
    });

    it('of many at once get numbers without gaps', async () => {
      const before = await sequences();
      await Promise.all(Array.from({ length: 20 }, () => turns.append(turnOf('other'), key)));
      const after = (await sequences()).slice(before.length);
      expect(after).toEqual(after.map((_, at) => (after[0] ?? 0) + at));
      expect(after).toHaveLength(20);
    });

    it('of an unknown persona are refused', async () => {
      await expect(turns.append(turnOf('nobody'), key)).rejects.toMatchObject({
        code: 'persona.missing',
      });
    });
  });

  describe('a conversation', () => {
    it.each([
      ['another persona', { personaId: 'other' }, key],
      ['another key', {}, { keyId: 'key-b' }],
      ['another user', { userId: 'bob' }, key],
    ])('takes no turn of %s, and stores nothing of it', async (_, change, options) => {
      const first = turnOf('teller', { userId: 'ann' });
      await turns.append(first, key);
      const strange = turnOf('teller', {
        userId: 'ann',
        conversationId: first.conversationId,
        ...change,
      });
      await expect(turns.append(strange, options)).rejects.toMatchObject({
        code: 'conversation.not-yours',
      });
      expect(await turns.turn(strange.turnId)).toBeNull();
      expect((await turns.get(first.conversationId))?.turns).toBe(1);
    });

    it('says whose it is', async () => {
      const turn = turnOf('teller', { userId: 'ann' });
      await turns.append(turn, key);
      expect(await turns.owner(turn.conversationId)).toEqual({
        personaId: 'teller',
        keyId: key.keyId,
        userId: 'ann',
      });
      expect(await turns.owner(randomUUID())).toBeNull();
      expect(await turns.owner('no uuid')).toBeNull();
    });

    it('gives its last complete turns in order, a regenerated one once', async () => {
      const conversationId = randomUUID();
      const said = (question: string, change = {}) =>
        turnOf('teller', { conversationId, question, ...change });
      const first = said('one');
      const bad = said('two', { answer: 'bad' });
      const good = said('two', { answer: 'good' });
      await turns.append(first, key);
      await turns.append(bad, key);
      await turns.append(good, { ...key, replaces: bad.turnId });
      await turns.append(said('three', { status: 'aborted' }), key);
      expect((await turns.recent(conversationId, 9)).map(({ answer }) => answer)).toEqual([
        'Up the stairs.',
        'good',
      ]);
      expect(await turns.recent(conversationId, 1)).toEqual([good]);
      expect((await turns.lastOf(conversationId))?.question).toBe('three');
      expect((await turns.turn(bad.turnId))?.status).toBe('replaced');
      expect((await turns.get(conversationId))?.history).toHaveLength(4);
      expect((await turns.get(conversationId))?.turns).toBe(3);
    });

    it('replaces no turn of another one', async () => {
      const other = turnOf('teller');
      await turns.append(other, key);
      await turns.append(turnOf('teller'), { ...key, replaces: other.turnId });
      expect((await turns.turn(other.turnId))?.status).toBe('complete');
    });

    it('is found by the end of the history that a client sends, of this key and user only', async () => {
      const turn = turnOf('teller', { question: 'Who  painted it?', answer: 'My aunt did.' });
      await turns.append(turn, key);
      const query = {
        personaId: 'teller',
        keyId: 'key-a',
        userId: null,
        lastUser: ' Who painted it?\n',
        lastAssistant: 'My aunt did. [1]',
      };
      expect(await turns.findByHistory(query)).toEqual({
        conversationId: turn.conversationId,
        turnId: turn.turnId,
      });
      expect(await turns.findByHistory({ ...query, keyId: 'key-b' })).toBeNull();
      expect(await turns.findByHistory({ ...query, userId: 'ann' })).toBeNull();
      expect(await turns.findByHistory({ ...query, personaId: 'other' })).toBeNull();
      expect(await turns.findByHistory({ ...query, lastAssistant: 'No.' })).toBeNull();
    });

    it('is listed latest first, by page, and can be deleted', async () => {
      const made = ['2026-04-01', '2026-04-02', '2026-04-03'].map((day) =>
        turnOf('other', { userId: 'cleo', createdAt: `${day}T00:00:00.000Z` }),
      );
      for (const turn of made) await turns.append(turn, key);
      const page = await turns.list({ personaId: 'other', userId: 'cleo', limit: 2 });
      expect(page.map(({ lastAt }) => lastAt.slice(0, 10))).toEqual(['2026-04-03', '2026-04-02']);
      const next = await turns.list({ userId: 'cleo', limit: 2, before: page[1]?.lastAt ?? '' });
      expect(next.map(({ conversationId }) => conversationId)).toEqual([made[0]?.conversationId]);
      await turns.delete(made[0]?.conversationId ?? '');
      expect(await turns.turn(made[0]?.turnId ?? '')).toBeNull();
      expect(await turns.list({ keyId: 'key-b', limit: 2 })).toEqual([]);
    });

    it('with an id that is no id is not there', async () => {
      expect(await turns.get('x')).toBeNull();
      expect(await turns.turn('x')).toBeNull();
      expect(await turns.lastOf('x')).toBeNull();
      expect(await turns.recent('x', 3)).toEqual([]);
      await turns.delete('x');
    });
  });

  async function sequences(): Promise<number[]> {
    const { rows } = await database.pool.query<{ sequence: string }>(
      `SELECT sequence FROM records.turn WHERE persona_id = 'other' ORDER BY sequence`,
    );
    return rows.map(({ sequence }) => Number(sequence));
  }
}
