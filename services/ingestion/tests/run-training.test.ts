import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TrainingRun, TrainingSet } from '@personate/contracts';
import { minimalPersona } from '@personate/personas';
import { openRepositories, type Database, type Repositories } from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { OpenAiTuningEndpoint } from '@personate/training/openai';
import { startScriptedTuningEndpoint, type ScriptedTuningEndpoint } from '@personate/training/testing'; // prettier-ignore
import { runTraining, type TrainingWorkerDeps } from '../src/run-training.ts';

let database: Database;
let records: Repositories;
beforeAll(async () => {
  database = await openTestDatabase();
  records = openRepositories(database.kysely);
});
afterAll(() => database.close());

let server: ScriptedTuningEndpoint;
let personaId: string;
const workers: Array<{ close(): Promise<void> }> = [];
beforeEach(async () => {
  server = await startScriptedTuningEndpoint();
  personaId = `p-${randomUUID().slice(0, 8)}`;
  const subject = { kind: 'fictional' } as const;
  const document = minimalPersona({ id: personaId, name: 'Ida', subject });
  await records.personas.create(document, { origin: 'operator', note: '' });
});
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.close();
  await server[Symbol.asyncDispose]();
  await database.kysely.deleteFrom('records.training_run').execute();
});

const file = { sha256: 'a'.repeat(64), sizeBytes: 1, examples: 12 };
const set = (): TrainingSet => ({
  manifest: {
    format: 'personate-training-set',
    version: 1,
    persona: { id: personaId, name: 'Ida' },
    personaVersion: 1,
    knowledgeRevision: 0,
    audience: ['public'],
    knownUntil: null,
    heldOutShare: 0,
    system: '',
    requests: [],
    files: { train: file, heldOut: { ...file, examples: 0 } },
    counts: { answers: 0, posts: 12, bySource: {}, byKind: {} },
    leftOut: {},
    documents: [],
  },
  train: '{"messages":[]}\n',
  heldOut: '',
});

function work(over: Partial<TrainingWorkerDeps> = {}) {
  const worker = runTraining({
    runs: records.trainingRuns,
    personas: records.personas,
    set: () => Promise.resolve(set()),
    endpoint: new OpenAiTuningEndpoint({ baseUrl: server.baseUrl }),
    now: () => new Date(),
    log: { info: () => undefined, warn: () => undefined },
    pollMs: 10,
    ...over,
  });
  workers.push(worker);
  return worker;
}
const start = () =>
  records.trainingRuns.create({
    runId: randomUUID(),
    personaId,
    baseModel: 'small',
    audience: [],
    heldOutShare: 0,
    requestedBy: 'k',
  });
async function until(runId: string, holds: (run: TrainingRun) => boolean): Promise<TrainingRun> {
  for (;;) {
    const run = await records.trainingRuns.get(personaId, runId);
    if (holds(run)) return run;
    // Each look is a statement of its own: the worker's come between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const seen = async (call: string): Promise<void> => {
  while (!server.seen.includes(call)) await new Promise((resolve) => setImmediate(resolve));
};

describe('tuning runs', () => {
  it('are worked on to their end, and their files are gone then', async () => {
    work();
    const { runId } = await start();
    await until(runId, ({ status }) => status === 'running');
    server.succeed('ft:small');
    const done = await until(
      runId,
      ({ filesLeft, status }) => status === 'done' && filesLeft === 0,
    );
    expect(done.tunedModel).toBe('ft:small');
    expect([server.files, server.jobs.length]).toEqual([[], 1]);
  });

  it('that a service was at when it closed are gone on with by the next, which starts no second job', async () => {
    server.refuse.set('POST /fine_tuning/jobs', 'hang');
    const first = work();
    const { runId } = await start();
    await seen('POST /fine_tuning/jobs');
    // In the middle of a call that does not end by itself.
    await first.close();
    server.refuse.clear();
    work();
    await until(runId, ({ status }) => status === 'running');
    server.succeed('ft:small');
    await until(runId, ({ status }) => status === 'done');
    expect([
      server.jobs.length,
      server.seen.filter((call) => call === 'POST /files').length,
    ]).toEqual([1, 1]);
  });

  it('whose worker fell silent are taken by another', async () => {
    const { runId } = await start();
    // As one that was killed leaves it.
    expect(await records.trainingRuns.take({ holdMs: 50 })).toMatchObject({ runId });
    work();
    await until(runId, ({ status }) => status === 'running');
  });

  it('that met a bug are tried again', async () => {
    let broken = true;
    const { runId } = await start();
    work({
      holdMs: 100,
      set() {
        if (!broken) return Promise.resolve(set());
        broken = false;
        return Promise.reject(new TypeError('a bug'));
      },
    });
    await until(runId, ({ status }) => status === 'running');
    expect([broken, server.jobs.length]).toEqual([false, 1]);
  });
});
