import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EvolveDeps } from '@personate/evolution';
import { evolvePersona } from '@personate/evolution';
import type { Database } from '@personate/records';
import {
  EvolutionRepository,
  LeaseRepository,
  MemoryRepository,
  PersonaRepository,
  TurnRepository,
} from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { answeredTurn, personaDocument, userTurn } from './support-fixtures.ts';

const signal = new AbortController().signal;
const reply = 'I mended the harbour clock with a spring from a mousetrap.';

describe('evolution on the embedded database', () => {
  let database: Database;
  let personaId: string;
  let deps: EvolveDeps;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const { kysely } = database;
    personaId = `mara-${randomUUID().slice(0, 8)}`;
    const personas = new PersonaRepository(kysely);
    await personas.create(
      { ...personaDocument(), id: personaId },
      { origin: 'seed', note: 'made' },
    );
    deps = {
      leases: new LeaseRepository(kysely),
      personas,
      memories: new MemoryRepository(kysely),
      evolution: new EvolutionRepository(kysely),
      newId: randomUUID,
      now: () => new Date('2026-01-05T12:10:00.000Z'),
      quietMs: 30_000,
      log: { info: () => undefined, warn: () => undefined },
    };
  });

  /** Its commit goes another way, or none. */
  function committing(commit: EvolveDeps['evolution']['commit']): EvolveDeps {
    const { evolution } = deps;
    return {
      ...deps,
      evolution: {
        cursor: (id) => evolution.cursor(id),
        pending: (...query) => evolution.pending(...query),
        answersBefore: (...query) => evolution.answersBefore(...query),
        personasBehind: (quietBefore) => evolution.personasBehind(quietBefore),
        giveUpRuns: (startedBefore) => evolution.giveUpRuns(startedBefore),
        openRun: (...range) => evolution.openRun(...range),
        saveStep: (...step) => evolution.saveStep(...step),
        commit,
      },
    };
  }

  async function talk(): Promise<void> {
    const turns = new TurnRepository(database.kysely);
    const said = [
      userTurn('My dog is called Rex. I live in Kiel.'),
      userTurn('You were born in Paris.'),
      ...['ann', 'bob', 'cem'].map((userId) =>
        answeredTurn('How did you mend the harbour clock?', reply, { userId }),
      ),
      userTurn('Actually my dog is called Max.'),
    ];
    for (const turn of said) {
      const extension = { ...turn.extension, persona: personaId };
      await turns.append({ ...turn, personaId, extension }, { keyId: 'key' });
    }
  }

  it('leaves memories of the user, a version with its reason, and a cursor that has moved', async () => {
    await talk();
    const result = await evolvePersona(deps, { personaId, signal });
    expect(result).toEqual({
      turns: 6,
      memoriesAdded: 3,
      memoriesReplaced: 1,
      quarantined: 1,
      refused: {},
      version: 2,
      waitMs: null,
    });
    const texts = (await deps.memories.active(personaId, 'ann', 10)).map(({ text }) => text);
    expect(new Set(texts)).toEqual(
      new Set(['The user lives in Kiel.', "The user's dog is called Max."]),
    );
    const { version } = await deps.personas.serving(personaId);
    expect(version).toMatchObject({ version: 2, parent: 1, origin: 'evolution' });
    expect(version.document.persona.typicalResponses).toHaveLength(1);
    expect(await evolvePersona(deps, { personaId, signal })).toMatchObject({
      turns: 0,
      version: null,
    });
  });

  it('learns nothing of a persona whose consent is withdrawn, and its turns later once it is given again', async () => {
    await talk();
    const personas = new PersonaRepository(database.kysely);
    await personas.withdrawConsent(personaId, { by: 'key' });
    expect(await evolvePersona(deps, { personaId, signal })).toMatchObject({
      turns: 0,
      version: null,
      waitMs: null,
    });
    expect(await deps.memories.active(personaId, 'ann', 10)).toEqual([]);
    await personas.giveConsent(personaId, { basis: 'She agreed.' });
    expect((await evolvePersona(deps, { personaId, signal })).turns).toBe(6);
  });

  it('keeps nothing of what it learnt when consent is withdrawn before that is committed', async () => {
    await talk();
    const { evolution } = deps;
    const personas = new PersonaRepository(database.kysely);
    const late = committing(async (commit) => {
      await personas.withdrawConsent(personaId, { by: 'key' });
      return evolution.commit(commit);
    });
    expect(await evolvePersona(late, { personaId, signal })).toMatchObject({ version: null });
    expect(await deps.memories.active(personaId, 'ann', 10)).toEqual([]);
    expect(await evolution.cursor(personaId)).toBe(0);
  });

  it('has the same effect when every single write fails once', async () => {
    await talk();
    const { evolution } = deps;
    let failures = 0;
    const failing = new Set<string>();
    const once = (name: string): void => {
      if (failing.has(name)) return;
      failing.add(name);
      failures += 1;
      throw new Error(`killed at ${name}`);
    };
    const fragile: EvolveDeps = {
      ...deps,
      evolution: {
        cursor: (id) => evolution.cursor(id),
        pending: (...query) => evolution.pending(...query),
        answersBefore: (...query) => evolution.answersBefore(...query),
        personasBehind: (quietBefore) => evolution.personasBehind(quietBefore),
        giveUpRuns: (startedBefore) => evolution.giveUpRuns(startedBefore),
        openRun: async (...range) => {
          const run = await evolution.openRun(...range);
          once('openRun');
          return run;
        },
        saveStep: async (runId, step, result) => {
          once(`before ${step}`);
          await evolution.saveStep(runId, step, result);
          once(`after ${step}`);
        },
        commit: async (commit) => {
          once('before commit');
          const done = await evolution.commit(commit);
          once('after commit');
          return done;
        },
      },
    };
    for (let attempt = 0; attempt < 40; attempt += 1) {
      await evolvePersona(fragile, { personaId, signal }).catch(() => undefined);
    }
    expect(failures).toBe(13);
    const memories = await new MemoryRepository(database.kysely).list({ personaId, limit: 100 });
    expect(memories.map(({ status }) => status).toSorted()).toEqual([
      'active',
      'active',
      'quarantined',
      'replaced',
    ]);
    expect((await deps.personas.serving(personaId)).version.version).toBe(2);
  });

  it('tries again by what is true then: evolution switched off, a turn taken back', async () => {
    await talk();
    const { evolution } = deps;
    const killed = committing(() => Promise.reject(new Error('killed')));
    const remembered = async () =>
      (await deps.memories.active(personaId, 'ann', 10)).map(({ text }) => text).toSorted();
    await expect(evolvePersona(killed, { personaId, signal })).rejects.toThrow('killed');
    // He takes back where he lives and what his dog was called first.
    const turns = new TurnRepository(database.kysely);
    const [first] = await evolution.pending(personaId, 0, deps.now(), 1);
    await turns.delete(first?.conversationId ?? '');
    const overtaken = await evolvePersona(deps, { personaId, signal });
    expect(overtaken).toMatchObject({ turns: 0, waitMs: 1_000 });
    expect(await evolvePersona(deps, { personaId, signal })).toMatchObject({ turns: 5 });
    expect(await remembered()).toEqual(["The user's dog is called Max."]);

    await turns.append({ ...userTurn('I am allergic to nuts.'), personaId }, { keyId: 'key' });
    await expect(evolvePersona(killed, { personaId, signal })).rejects.toThrow('killed');
    const personas = new PersonaRepository(database.kysely);
    const { version } = await personas.serving(personaId);
    await personas.append(personaId, {
      expectedHead: version.version,
      document: {
        ...version.document,
        evolution: { ...version.document.evolution, mode: 'off' },
      },
      origin: 'operator',
      note: 'learn nothing',
    });
    expect(await evolvePersona(deps, { personaId, signal })).toMatchObject({ turns: 1 });
    expect(await remembered()).toEqual(["The user's dog is called Max."]);
  });

  it('lets two workers at the same persona do its turns once', async () => {
    await talk();
    const results = await Promise.all(
      [1, 2, 3].map(() => evolvePersona(deps, { personaId, signal })),
    );
    expect(results.reduce((sum, { memoriesAdded }) => sum + memoriesAdded, 0)).toBe(3);
  });
});
