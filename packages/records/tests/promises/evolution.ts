import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Memory } from '@personate/contracts';
import {
  EvolutionRepository,
  LeaseRepository,
  MemoryRepository,
  PersonaRepository,
  TurnRepository,
  type Database,
  type EvolutionCommit,
} from '../../src/index.ts';
import { personaDocument } from '../support/persona-document.ts';
import { turnOf } from '../support/turn.ts';

export function describeEvolution(open: () => Database): void {
  let database: Database;
  let evolution: EvolutionRepository;
  let leases: LeaseRepository;
  let memories: MemoryRepository;
  let personas: PersonaRepository;
  let turns: TurnRepository;
  let personaId: string;
  beforeAll(() => {
    database = open();
    evolution = new EvolutionRepository(database.kysely);
    leases = new LeaseRepository(database.kysely);
    memories = new MemoryRepository(database.kysely);
    personas = new PersonaRepository(database.kysely);
    turns = new TurnRepository(database.kysely);
  });
  beforeEach(async () => {
    personaId = `p-${randomUUID().slice(0, 8)}`;
    await personas.create(personaDocument(personaId), { origin: 'operator', note: 'made' });
  });

  const at = (second: number) => `2026-05-01T00:00:${String(second).padStart(2, '0')}.000Z`;
  const quiet = (second: number) => new Date(at(second));
  const say = (second: number, change = {}) =>
    turns.append(turnOf(personaId, { createdAt: at(second), userId: 'ann', ...change }), {
      keyId: 'k',
    });

  function memory(change: Partial<Memory> = {}): Memory {
    return {
      memoryId: randomUUID(),
      personaId,
      userId: 'ann',
      text: "The user's dog is called Biscuit.",
      quote: 'My dog is called Biscuit.',
      kind: 'fact',
      slot: 'pet.dog.name',
      trust: 'stated',
      status: 'active',
      sourceTurnId: randomUUID(),
      createdAt: at(1),
      ...change,
    };
  }

  const range = (toSequence: number, fromSequence = 0, baseVersion = 1) => ({
    fromSequence,
    toSequence,
    baseVersion,
  });

  /** Of a turn that stands. */
  async function told(change: Partial<Memory> = {}): Promise<Memory> {
    const turn = turnOf(personaId, { createdAt: at(1), userId: 'ann' });
    await turns.append(turn, { keyId: 'k' });
    return memory({ sourceTurnId: turn.turnId, ...change });
  }

  async function begin(to: number): Promise<EvolutionCommit> {
    const lease = await leases.take(`evolve:${personaId}`, 60_000);
    const from = await evolution.cursor(personaId);
    const { runId } = await evolution.openRun(personaId, range(to, from));
    return {
      personaId,
      lease: lease ?? { name: '', token: 0 },
      runId,
      fromSequence: from,
      toSequence: to,
      baseVersion: 1,
      memories: { add: [], replace: [] },
      change: null,
    };
  }

  describe('the turns to learn from', () => {
    it('are those behind the cursor, in order, up to the first that is not quiet', async () => {
      await say(1);
      await say(2);
      await say(9);
      await say(3);
      const pending = await evolution.pending(personaId, 0, quiet(5), 10);
      expect(pending.map(({ sequence, createdAt }) => [sequence, createdAt])).toEqual([
        [1, at(1)],
        [2, at(2)],
      ]);
      expect(await evolution.pending(personaId, 1, quiet(50), 2)).toHaveLength(2);
      expect(await evolution.pending(personaId, 4, quiet(50), 2)).toEqual([]);
    });

    it('come with what the persona said before them in their conversation, newest first', async () => {
      const conversationId = randomUUID();
      await say(1, { conversationId, answer: 'Larch.' });
      await say(2, { answer: 'Elsewhere.' });
      await say(3, { conversationId, answer: 'Oak.' });
      const before = (sequence: number, limit: number) =>
        evolution.answersBefore(conversationId, sequence, limit);
      expect(await before(1, 9)).toEqual([]);
      expect(await before(3, 9)).toEqual(['Larch.']);
      expect(await before(4, 9)).toEqual(['Oak.', 'Larch.']);
      expect(await before(4, 1)).toEqual(['Oak.']);
    });

    it('make a persona behind once the next one is quiet, and no more once it was learnt from', async () => {
      const behind = async (second: number) =>
        (await evolution.personasBehind(quiet(second))).includes(personaId);
      expect(await behind(50)).toBe(false);
      await say(3);
      expect(await behind(3)).toBe(false);
      expect(await behind(4)).toBe(true);
      await evolution.commit(await begin(1));
      expect(await behind(4)).toBe(false);
      await say(4);
      expect(await behind(50)).toBe(true);
      await personas.archive(personaId);
      expect(await behind(50)).toBe(false);
      await personas.unarchive(personaId);
      expect(await behind(50)).toBe(true);
      await personas.withdrawConsent(personaId, { by: 'key-1' });
      expect(await behind(50)).toBe(false);
    });
  });

  describe('a run', () => {
    it('is found again with its steps, and given up when the range or the head is another', async () => {
      const first = await evolution.openRun(personaId, range(2));
      await evolution.saveStep(first.runId, 'observe', { facts: ['a\0b'] });
      await evolution.saveStep(first.runId, 'reflect', null);
      expect(await evolution.openRun(personaId, range(2))).toEqual({
        runId: first.runId,
        steps: { observe: { facts: ['ab'] }, reflect: null },
      });
      const second = await evolution.openRun(personaId, range(3));
      expect(second.runId).not.toBe(first.runId);
      expect(second.steps).toEqual({});
      const third = await evolution.openRun(personaId, range(3, 0, 2));
      expect(third.runId).not.toBe(second.runId);
      expect(third.steps).toEqual({});
    });

    it('that was begun before heads were kept is begun anew', async () => {
      const { runId } = await evolution.openRun(personaId, range(2));
      await database.kysely
        .updateTable('records.evolution_run')
        .set({ base_version: null })
        .where('run_id', '=', runId)
        .execute();
      expect((await evolution.openRun(personaId, range(2))).runId).not.toBe(runId);
    });

    it('that never ends keeps what it noted until it is given up for its age, and no longer', async () => {
      const { runId } = await evolution.openRun(personaId, range(2));
      await evolution.saveStep(runId, 'observe', { quote: 'My dog is called Biscuit.' });
      const begun = await database.kysely
        .selectFrom('records.evolution_run')
        .select('created_at')
        .where('run_id', '=', runId)
        .executeTakeFirstOrThrow();
      await evolution.giveUpRuns(begun.created_at);
      expect((await evolution.openRun(personaId, range(2))).steps).toHaveProperty('observe');
      await evolution.giveUpRuns(new Date(begun.created_at.getTime() + 1));
      const row = await database.kysely
        .selectFrom('records.evolution_run')
        .select(['status', 'steps'])
        .where('run_id', '=', runId)
        .executeTakeFirstOrThrow();
      expect(row).toEqual({ status: 'abandoned', steps: {} });
    });

    it('that ends, done or given up, keeps nothing of what it noted', async () => {
      const given = await evolution.openRun(personaId, range(2));
      await evolution.saveStep(given.runId, 'observe', { quote: 'My dog is called Biscuit.' });
      const commit = await begin(4);
      await evolution.saveStep(commit.runId, 'observe', { quote: 'My dog is called Rye.' });
      await evolution.commit(commit);
      const runs = await database.kysely
        .selectFrom('records.evolution_run')
        .select(['status', 'steps'])
        .where('persona_id', '=', personaId)
        .orderBy('status')
        .execute();
      expect(runs).toEqual([
        { status: 'abandoned', steps: {} },
        { status: 'done', steps: {} },
      ]);
    });

    it('is one, when two open it at once', async () => {
      const runs = await Promise.all([1, 2, 3].map(() => evolution.openRun(personaId, range(5))));
      expect(new Set(runs.map(({ runId }) => runId)).size).toBe(1);
    });
  });

  describe('a commit', () => {
    it('changes memories, version and cursor together', async () => {
      const old = memory();
      const fresh = await told({ text: "The user's dog is called Rye." });
      await memories.add([old]);
      const commit = await begin(4);
      const result = await evolution.commit({
        ...commit,
        memories: { add: [fresh], replace: [{ memoryId: old.memoryId, by: fresh.memoryId }] },
        change: {
          document: personaDocument(personaId, { name: 'Mira the Elder' }),
          baseVersion: 1,
          note: 'learnt',
          causedBy: [fresh.sourceTurnId],
          as: 'version',
        },
      });
      expect(result).toEqual({ version: 2 });
      expect(await evolution.cursor(personaId)).toBe(4);
      expect(await memories.active(personaId, 'ann', 9)).toEqual([fresh]);
      expect((await memories.get(old.memoryId))?.status).toBe('replaced');
      expect(await memories.revision(personaId, 'ann')).toBe(3);
      expect((await personas.version(personaId, 2)).origin).toBe('evolution');
      expect((await evolution.openRun(personaId, range(5, 4, 2))).runId).not.toBe(commit.runId);
    });

    it('of a worker that lost its lease changes nothing', async () => {
      const commit = await begin(4);
      await leases.release(commit.lease);
      await leases.take(commit.lease.name, 60_000);
      await expect(
        evolution.commit({ ...commit, memories: { add: [await told()], replace: [] } }),
      ).rejects.toMatchObject({ code: 'evolution.lease-lost' });
      expect(await evolution.cursor(personaId)).toBe(0);
      expect(await memories.list({ personaId, limit: 9 })).toEqual([]);
    });

    it('is made once, even when it is sent twice', async () => {
      const commit = { ...(await begin(4)), memories: { add: [await told()], replace: [] } };
      await evolution.commit(commit);
      await expect(evolution.commit(commit)).rejects.toMatchObject({
        code: 'evolution.cursor-moved',
      });
      expect(await memories.list({ personaId, limit: 9 })).toHaveLength(1);
    });

    it('that meets an edited persona is undone whole, and its run begun anew', async () => {
      const commit = await begin(4);
      const document = personaDocument(personaId);
      await personas.append(personaId, {
        expectedHead: 1,
        document,
        origin: 'operator',
        note: 'x',
      });
      await expect(
        evolution.commit({
          ...commit,
          memories: { add: [memory()], replace: [] },
          change: { document, baseVersion: 1, note: 'learnt', causedBy: [], as: 'version' },
        }),
      ).rejects.toMatchObject({ code: 'persona.head-moved' });
      expect(await evolution.cursor(personaId)).toBe(0);
      expect(await memories.list({ personaId, limit: 9 })).toEqual([]);
      expect((await evolution.openRun(personaId, range(4))).runId).not.toBe(commit.runId);
    });

    it('that meets an edited persona is undone where it changes memories alone, too', async () => {
      const commit = await begin(4);
      const document = personaDocument(personaId);
      await personas.append(personaId, {
        expectedHead: 1,
        document: { ...document, evolution: { ...document.evolution, mode: 'off' } },
        origin: 'operator',
        note: 'learn nothing',
      });
      await expect(
        evolution.commit({ ...commit, memories: { add: [await told()], replace: [] } }),
      ).rejects.toMatchObject({ code: 'persona.head-moved' });
      expect(await memories.list({ personaId, limit: 9 })).toEqual([]);
    });

    it('rests on no turn that was replaced or deleted since, and its run is begun anew', async () => {
      const replaced = await told();
      const deleted = await told();
      const source = await turns.turn(replaced.sourceTurnId);
      await turns.append(
        turnOf(personaId, {
          conversationId: source?.conversationId ?? '',
          userId: 'ann',
          createdAt: at(2),
        }),
        { keyId: 'k', replaces: replaced.sourceTurnId },
      );
      await turns.delete((await turns.turn(deleted.sourceTurnId))?.conversationId ?? '');
      for (const fallen of [replaced, deleted]) {
        const commit = await begin(4);
        const standing = await told();
        await expect(
          evolution.commit({ ...commit, memories: { add: [standing, fallen], replace: [] } }),
        ).rejects.toMatchObject({ code: 'evolution.turns-changed' });
        const document = personaDocument(personaId, { name: 'Mira the Elder' });
        const causedBy = [standing.sourceTurnId, fallen.sourceTurnId];
        const change = { document, baseVersion: 1, note: 'n', causedBy, as: 'version' } as const;
        await expect(evolution.commit({ ...commit, change })).rejects.toMatchObject({
          code: 'evolution.turns-changed',
        });
        expect((await evolution.openRun(personaId, range(4))).runId).not.toBe(commit.runId);
        await leases.release(commit.lease);
      }
      expect(await evolution.cursor(personaId)).toBe(0);
      expect(await memories.list({ personaId, limit: 9 })).toEqual([]);
    });

    it('proposes instead, when that is asked for', async () => {
      const document = personaDocument(personaId, { name: 'Proposed' });
      const causedBy = [(await told()).sourceTurnId];
      const change = {
        document,
        baseVersion: 1,
        note: 'n',
        as: 'proposal',
      } as const;
      expect(
        await evolution.commit({ ...(await begin(1)), change: { ...change, causedBy } }),
      ).toEqual({
        version: null,
      });
      expect(await personas.listProposals(personaId)).toMatchObject([
        { status: 'open', origin: 'evolution', causedBy, baseVersion: 1 },
      ]);
      expect((await personas.get(personaId)).headVersion).toBe(1);
    });
  });

  describe('leases', () => {
    it('are held by one of many, and their token grows with every holder', async () => {
      const name = randomUUID();
      const taken = await Promise.all([1, 2, 3].map(() => leases.take(name, 60_000)));
      expect(taken.filter((lease) => lease !== null)).toEqual([{ name, token: 1 }]);
      await leases.release({ name, token: 1 });
      expect(await leases.take(name, 60_000)).toEqual({ name, token: 2 });
      await leases.release({ name, token: 1 });
      expect(await leases.take(name, 60_000)).toBeNull();
      expect(await leases.renew({ name, token: 1 }, 1)).toBe(false);
      expect(await leases.renew({ name, token: 2 }, 60_000)).toBe(true);
    });

    it('run out by the clock of the database', async () => {
      const name = randomUUID();
      await leases.take(name, 0);
      expect(await leases.take(name, 60_000)).toEqual({ name, token: 2 });
      expect(await leases.renew({ name, token: 1 }, 60_000)).toBe(false);
    });
  });

  describe('memories', () => {
    it('are seen for one user only, can be corrected, and deleted with their words', async () => {
      const mine = memory({ status: 'quarantined', trust: 'quarantined' });
      const other = memory({ userId: 'bob', createdAt: at(2) });
      await memories.add([mine, other]);
      await memories.add([mine]);
      expect(await memories.active(personaId, 'ann', 9)).toEqual([]);
      expect(await memories.list({ personaId, limit: 9 })).toEqual([other, mine]);
      expect(await memories.list({ personaId, userId: 'ann', limit: 9 })).toEqual([mine]);
      const corrected = await memories.correct(mine.memoryId, 'The dog is Rye.');
      expect(corrected).toMatchObject({
        text: 'The dog is Rye.',
        status: 'active',
        trust: 'stated',
      });
      await memories.delete(mine.memoryId);
      expect(await memories.get(mine.memoryId)).toBeNull();
      expect(await memories.revision(personaId, 'ann')).toBe(3);
      const { rows } = await database.pool.query(
        'SELECT text, quote FROM records.memory WHERE memory_id = $1',
        [mine.memoryId],
      );
      expect(rows).toEqual([{ text: '', quote: '' }]);
    });

    it.each(['x', randomUUID()])('that do not exist are missing: %s', async (memoryId) => {
      expect(await memories.get(memoryId)).toBeNull();
      await expect(memories.correct(memoryId, 'x')).rejects.toMatchObject({
        code: 'memory.missing',
      });
      await expect(memories.delete(memoryId)).rejects.toMatchObject({ code: 'memory.missing' });
    });
  });
}
