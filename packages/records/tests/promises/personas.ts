import { beforeAll, describe, expect, it } from '@jest/globals';
import { PersonaRepository, type Database, type MergeProposal } from '../../src/index.ts';
import { personaDocument } from '../support/persona-document.ts';

export function describePersonas(open: () => Database): void {
  let database: Database;
  let personas: PersonaRepository;
  beforeAll(() => {
    database = open();
    personas = new PersonaRepository(database.kysely);
  });

  const operator = { origin: 'operator', note: 'made' } as const;
  const whole: MergeProposal = ({ proposal: { document, note } }) => ({ document, note });

  describe('personas and their versions', () => {
    it('creates a persona once, as version 1, and reads it back whole', async () => {
      const document = personaDocument('mira');
      await personas.create(document, { origin: 'seed', note: 'seed', seedHash: 'abc' });
      const { version, knowledgeRevision } = await personas.serving('mira');
      expect(version).toMatchObject({
        personaId: 'mira',
        version: 1,
        parent: null,
        origin: 'seed',
      });
      expect(version.document).toEqual(document);
      expect(knowledgeRevision).toBe(0);
      expect(await personas.seedHash('mira')).toBe('abc');
      await expect(personas.create(document, operator)).rejects.toMatchObject({
        code: 'persona.exists',
      });
    });

    it('appends to the head that was expected, and refuses one that moved', async () => {
      await personas.create(personaDocument('opal'), operator);
      const next = personaDocument('opal', { name: 'Opal Reed' });
      const appended = await personas.append('opal', {
        expectedHead: 1,
        document: next,
        ...operator,
        causedBy: ['turn-1'],
      });
      expect(appended).toMatchObject({ version: 2, parent: 1, causedBy: ['turn-1'] });
      await expect(
        personas.append('opal', { expectedHead: 1, document: next, ...operator }),
      ).rejects.toMatchObject({ code: 'persona.head-moved' });
      expect((await personas.get('opal')).name).toBe('Opal Reed');
      expect((await personas.serving('opal', 1)).version.document.name).toBe('Mira Holt');
      expect((await personas.versions('opal')).map(({ version }) => version)).toEqual([2, 1]);
      expect(await personas.versions('opal', { limit: 5, before: 2 })).toHaveLength(1);
      await expect(personas.version('opal', 7)).rejects.toMatchObject({
        code: 'persona.version-missing',
      });
      await expect(personas.serving('opal', 2 ** 40)).rejects.toMatchObject({
        code: 'persona.version-missing',
      });
    });

    it('gives one of two appends at once the head, and the other a conflict', async () => {
      await personas.create(personaDocument('twin'), operator);
      const outcomes = await Promise.allSettled(
        [1, 2].map(() =>
          personas.append('twin', {
            expectedHead: 1,
            document: personaDocument('twin'),
            ...operator,
          }),
        ),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect((await personas.get('twin')).headVersion).toBe(2);
    });

    it('never lets a version be changed or taken away, but goes whole with its persona', async () => {
      await personas.create(personaDocument('slate'), operator);
      const { pool } = database;
      await expect(
        pool.query(`UPDATE records.persona_version SET note = 'x' WHERE persona_id = 'slate'`),
      ).rejects.toThrow('append-only');
      await expect(
        pool.query(`DELETE FROM records.persona_version WHERE persona_id = 'slate'`),
      ).rejects.toThrow('append-only');
      await pool.query(`DELETE FROM records.persona WHERE id = 'slate'`);
      await expect(personas.version('slate', 1)).rejects.toMatchObject({ code: 'persona.missing' });
    });

    it('lets an archived persona answer no more, and lists it still', async () => {
      await personas.create(personaDocument('dust'), operator);
      await personas.archive('dust');
      await expect(personas.serving('dust')).rejects.toMatchObject({ code: 'persona.archived' });
      const found = (await personas.list()).find(({ id }) => id === 'dust');
      expect(found).toMatchObject({ status: 'archived', subject: 'fictional', headVersion: 1 });
      await personas.unarchive('dust');
      expect((await personas.serving('dust')).version.version).toBe(1);
    });

    it('keeps a withdrawal beside the versions: no edit, rollback or accepted proposal takes it back', async () => {
      const agreed = personaDocument('vow', { kind: 'real', evidence: 'her letter' });
      await personas.create(agreed, operator);
      expect((await personas.serving('vow')).consent).toBe('given');
      const withdrawn = await personas.withdrawConsent('vow', { by: 'key-1', note: 'she wrote' });
      expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawnNote: 'she wrote' });
      await personas.append('vow', { expectedHead: 1, document: agreed, ...operator });
      const { proposalId } = await personas.propose('vow', {
        baseVersion: 2,
        document: agreed,
        ...operator,
      });
      await personas.acceptProposal('vow', proposalId, whole);
      for (const version of [undefined, 1, 3])
        expect((await personas.serving('vow', version)).consent).toBe('withdrawn');
      expect(await personas.amongWithdrawn(['vow', 'opal', 'nobody'])).toEqual(['vow']);
      expect(await personas.amongStopped(['vow', 'opal', 'nobody'])).toEqual([
        { personaId: 'vow', why: 'withdrawn' },
        { personaId: 'nobody', why: 'gone' },
      ]);
      expect((await personas.get('vow')).consent).toBe('withdrawn');
      const again = await personas.withdrawConsent('vow', { by: 'key-2', note: 'later' });
      expect(again).toEqual(withdrawn);
    });

    it('lets consent be given again with its basis and evidence only, and says so in a version', async () => {
      await personas.create(
        personaDocument('oath', { kind: 'real', evidence: 'a form' }),
        operator,
      );
      await personas.withdrawConsent('oath', { by: 'key-1' });
      await expect(personas.giveConsent('oath', { basis: 'asked' })).rejects.toMatchObject({
        code: 'persona.consent-incomplete',
      });
      expect((await personas.serving('oath')).consent).toBe('withdrawn');
      const given = await personas.giveConsent('oath', { basis: 'asked', evidence: 'a new form' });
      expect(given).toEqual({
        personaId: 'oath',
        subject: 'real',
        state: 'given',
        basis: 'asked',
        evidence: 'a new form',
      });
      const [head] = await personas.versions('oath');
      expect(head).toMatchObject({ version: 2, parent: 1 });
      expect(head?.note).toContain('withdrawn');
    });

    it('goes by the head when an earlier version is asked for', async () => {
      await personas.create(personaDocument('turn'), operator);
      expect((await personas.serving('turn')).consent).toBe('not-needed');
      await personas.append('turn', {
        expectedHead: 1,
        document: personaDocument('turn', { kind: 'real' }),
        ...operator,
      });
      expect((await personas.serving('turn', 1)).consent).toBe('missing');
    });

    it('says that an unknown persona is missing, whatever is asked of it', async () => {
      for (const call of [
        () => personas.serving('nobody'),
        () => personas.get('nobody'),
        () => personas.versions('nobody'),
        () => personas.archive('nobody'),
        () => personas.consent('nobody'),
        () => personas.withdrawConsent('nobody', { by: 'key-1' }),
        () => personas.giveConsent('nobody', { basis: 'x' }),
        () => personas.listProposals('nobody'),
        () =>
          personas.append('nobody', {
            expectedHead: 1,
            document: personaDocument('nobody'),
            ...operator,
          }),
      ]) {
        await expect(call()).rejects.toMatchObject({ code: 'persona.missing' });
      }
    });
  });

  describe('proposals', () => {
    const draft = (id: string, name: string) => ({
      baseVersion: 1,
      document: personaDocument(id, { name }),
      origin: 'derive' as const,
      note: 'drafted',
    });

    it('become a version when they are accepted, once', async () => {
      await personas.create(personaDocument('wren'), operator);
      const { proposalId } = await personas.propose('wren', draft('wren', 'Wren Vale'));
      expect((await personas.get('wren')).openProposals).toBe(1);
      const version = await personas.acceptProposal('wren', proposalId, whole);
      expect(version).toMatchObject({ version: 2, origin: 'derive' });
      expect((await personas.getProposal('wren', proposalId)).status).toBe('accepted');
      await expect(personas.acceptProposal('wren', proposalId, whole)).rejects.toMatchObject({
        code: 'persona.proposal-closed',
      });
    });

    it('keep what a draft rests on, and what it could not say', async () => {
      await personas.create(personaDocument('reed'), operator);
      const items = [
        {
          path: 'persona.traits[patience]',
          evidence: ['a'],
          quotes: [{ documentId: 'a', text: 'I am patient.' }],
          confidence: 0.6,
          basis: 'Said of themselves.',
          from: 'counting' as const,
        },
      ];
      const next = { ...draft('reed', 'Reed'), items, notes: ['No goals.'] };
      const { proposalId } = await personas.propose('reed', next);
      const kept = await personas.getProposal('reed', proposalId);
      expect(kept).toMatchObject({ items, notes: ['No goals.'] });
    });

    it('become what is made of them, their base and the newest head', async () => {
      await personas.create(personaDocument('fern'), operator);
      const { proposalId } = await personas.propose('fern', draft('fern', 'Fern'));
      const moved = personaDocument('fern', { name: 'Moved' });
      await personas.append('fern', { expectedHead: 1, document: moved, ...operator });
      const version = await personas.acceptProposal('fern', proposalId, (sides) => ({
        document: personaDocument('fern', {
          name: [sides.base, sides.head, sides.proposal].map((one) => one.document.name).join(),
        }),
        note: `onto ${sides.head.version}`,
      }));
      expect(version).toMatchObject({
        version: 3,
        note: 'onto 2',
        origin: 'derive',
        document: { name: 'Mira Holt,Moved,Fern' },
      });
    });

    it('stay open, and the head as it is, when nothing can be made of them', async () => {
      await personas.create(personaDocument('yew'), operator);
      const { proposalId } = await personas.propose('yew', draft('yew', 'Yew'));
      const refuse = (): never => {
        throw new Error('at odds');
      };
      await expect(personas.acceptProposal('yew', proposalId, refuse)).rejects.toThrow('at odds');
      expect((await personas.get('yew')).headVersion).toBe(1);
      expect((await personas.getProposal('yew', proposalId)).status).toBe('open');
    });

    it('are superseded by a newer one of the same origin, and can be dismissed', async () => {
      await personas.create(personaDocument('moss'), operator);
      const first = await personas.propose('moss', draft('moss', 'One'));
      const second = await personas.propose('moss', draft('moss', 'Two'));
      await personas.dismissProposal('moss', second.proposalId);
      const statuses = (await personas.listProposals('moss')).map(({ status }) => status);
      expect(statuses).toEqual(['dismissed', 'superseded']);
      await expect(personas.getProposal('wren', first.proposalId)).rejects.toMatchObject({
        code: 'persona.proposal-missing',
      });
      await expect(personas.getProposal('moss', 'no-uuid')).rejects.toMatchObject({
        code: 'persona.proposal-missing',
      });
    });
  });
}
