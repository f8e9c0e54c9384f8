import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { personaDocumentSchema, type Memory, type Turn } from '@personate/contracts';
import type { EvolveDeps } from '@personate/evolution';
import { startEvolution } from '@personate/evolution-service';
import { evolvePersona, openQueues, queueSearchPath, type Queues } from '@personate/queues';
import {
  EvolutionRepository,
  LeaseRepository,
  MemoryRepository,
  PersonaRepository,
  TurnRepository,
  type Database,
} from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const never = 1_000_000;

describe('the evolution service on the embedded database', () => {
  let database: Database;
  let queues: Queues;
  let deps: EvolveDeps;
  let personaId: string;
  let service: { close(): Promise<void> } | undefined;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const { kysely } = database;
    queues = await openQueues({
      kind: 'postgres-pool',
      pool: database.poolFor({ searchPath: queueSearchPath }),
      log: quiet,
    });
    personaId = `mara-${randomUUID().slice(0, 8)}`;
    const personas = new PersonaRepository(kysely);
    const document = personaDocumentSchema.parse({
      id: personaId,
      name: 'Mara Quill',
      subject: { kind: 'fictional' },
      disclosure: 'A synthetic persona.',
    });
    await personas.create(document, { origin: 'seed', note: 'made' });
    deps = {
      leases: new LeaseRepository(kysely),
      personas,
      memories: new MemoryRepository(kysely),
      evolution: new EvolutionRepository(kysely),
      newId: randomUUID,
      now: () => new Date(),
      quietMs: 300,
      log: quiet,
    };
  });
  afterEach(async () => {
    await service?.close();
    service = undefined;
    await queues.close();
  });

  async function say(question: string): Promise<Turn> {
    const [turnId, conversationId] = [randomUUID(), randomUUID()];
    const turn: Turn = {
      turnId,
      conversationId,
      personaId,
      userId: 'ann',
      question,
      answer: 'I see.',
      status: 'complete',
      evidence: [],
      createdAt: new Date().toISOString(),
      extension: {
        persona: personaId,
        version: 1,
        knowledgeRevision: 1,
        decision: 'declined',
        reason: 'small-talk',
        citations: [],
        memories: [],
        speaker: 'extractive',
        disclosure: 'A synthetic persona.',
        conversationId,
        turnId,
        timings: { understandMs: 1, recallMs: 1, decideMs: 1, firstTokenMs: 1 },
      },
    };
    await new TurnRepository(database.kysely).append(turn, { keyId: 'key' });
    return turn;
  }

  async function remembered(): Promise<Memory> {
    for (;;) {
      const [memory] = await deps.memories.active(personaId, 'ann', 1);
      if (memory !== undefined) return memory;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('remembers soon after the quiet time, not before, though the poke came at once and no sweep helps', async () => {
    service = await startEvolution({ deps, queues, log: quiet, sweepMs: never });
    const turn = await say('My dog is called Biscuit.');
    await queues.poke(evolvePersona, { personaId });
    const memory = await remembered();
    const lateMs = Date.now() - Date.parse(turn.createdAt) - deps.quietMs;
    expect(memory.text).toBe("The user's dog is called Biscuit.");
    expect(lateMs).toBeGreaterThan(0);
    // About 0.3 s on an idle machine; the bound leaves room for a busy one.
    expect(lateMs).toBeLessThan(5_000);
  });

  it('finds by its sweep what was never announced', async () => {
    await say('My dog is called Biscuit.');
    service = await startEvolution({ deps, queues, log: quiet, sweepMs: 200 });
    expect((await remembered()).slot).toBe('pet.dog.name');
  });

  it('takes a poke for a persona that is gone or archived as nothing to do', async () => {
    await new PersonaRepository(database.kysely).archive(personaId);
    service = await startEvolution({
      deps: { ...deps, quietMs: 0 },
      queues,
      log: quiet,
      sweepMs: never,
    });
    await say('My dog is called Biscuit.');
    await queues.poke(evolvePersona, { personaId });
    await queues.poke(evolvePersona, { personaId: 'nobody' });
    await queues.settled(AbortSignal.timeout(10_000));
    expect((await queues.counts())['evolution']?.failed).toBe(0);
  });

  it('goes on sweeping after a failure', async () => {
    let failed = false;
    const evolution = deps.evolution;
    const shaky: EvolveDeps = {
      ...deps,
      evolution: {
        cursor: (id) => evolution.cursor(id),
        pending: (...query) => evolution.pending(...query),
        answersBefore: (...query) => evolution.answersBefore(...query),
        giveUpRuns: (startedBefore) => evolution.giveUpRuns(startedBefore),
        openRun: (...range) => evolution.openRun(...range),
        saveStep: (...step) => evolution.saveStep(...step),
        commit: (commit) => evolution.commit(commit),
        personasBehind: async (quietBefore) => {
          if (!failed) {
            failed = true;
            throw new Error('the database rests');
          }
          return evolution.personasBehind(quietBefore);
        },
      },
    };
    await say('My dog is called Biscuit.');
    service = await startEvolution({ deps: shaky, queues, log: quiet, sweepMs: 100 });
    await remembered();
    expect(failed).toBe(true);
  });

  it('closes once, by its signal too', async () => {
    const stop = new AbortController();
    service = await startEvolution({
      deps,
      queues,
      log: quiet,
      sweepMs: never,
      signal: stop.signal,
    });
    stop.abort();
    await Promise.all([service.close(), service.close()]);
    await say('My dog is called Biscuit.');
    await queues.poke(evolvePersona, { personaId });
    expect(await deps.memories.active(personaId, 'ann', 1)).toEqual([]);
  });
});
