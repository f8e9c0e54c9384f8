import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { consentWithdrawn, ExpectedError, type TrainingSet } from '@personate/contracts';
import type { RunWork, Saved } from '@personate/records';
import { endRuns } from './end-runs.ts';
import { OpenAiTuningEndpoint } from './openai-tuning-endpoint.ts';
import type { WorkOnRunDeps } from './run-deps.ts';
import { startScriptedTuningEndpoint, type ScriptedTuningEndpoint } from './scripted-tuning-endpoint.ts'; // prettier-ignore
import { workOnRun } from './work-on-run.ts';

let server: ScriptedTuningEndpoint;
beforeEach(async () => {
  server = await startScriptedTuningEndpoint();
});
afterEach(async () => server[Symbol.asyncDispose]());

const line = `${JSON.stringify({ messages: [{ role: 'user', content: 'Äpfel?' }] })}\n`;
const file = (sha256: string) => ({ sha256, sizeBytes: line.length, examples: 1 });
const setOf = (sha256 = 'a'.repeat(64)): TrainingSet => ({
  manifest: {
    format: 'personate-training-set',
    version: 1,
    persona: { id: 'ida', name: 'Ida' },
    personaVersion: 2,
    knowledgeRevision: 5,
    audience: ['public'],
    knownUntil: null,
    heldOutShare: 0.1,
    system: '',
    requests: [],
    files: { train: file(sha256), heldOut: file(`${sha256.slice(0, 63)}0`) },
    counts: { answers: 0, posts: 2, bySource: {}, byKind: {} },
    leftOut: {},
    documents: [],
  },
  train: line,
  heldOut: line,
});

/** A row of the records, and its worker as it would be taken anew for each step. */
function openRun(over: Partial<WorkOnRunDeps> = {}, settings: { timeoutMs?: number } = {}) {
  const row: RunWork & {
    tunedModel?: string;
    error?: unknown;
    progress?: unknown;
    isGone?: boolean;
  } = {
    runId: 'run-1',
    personaId: 'ida',
    status: 'queued',
    baseModel: 'small-model',
    audience: [],
    heldOutShare: 0.1,
    isCancelRequested: false,
    isMarked: false,
    sent: null,
    files: {},
    jobId: null,
    attempt: 0,
    createdAt: new Date(),
    finishedAt: null,
  };
  const goOn = (values: Partial<RunWork>): Promise<Saved> => {
    if (row.isGone === true) return Promise.resolve('gone');
    Object.assign(row, values);
    return Promise.resolve(row.isCancelRequested ? 'stop' : 'go-on');
  };
  const deps: WorkOnRunDeps = {
    runs: {
      saveSet: (_run, sent) => goOn({ sent }).then(() => true),
      saveFiles: (_run, files) => goOn({ files }),
      saveJob({ attempt }, jobId) {
        if (attempt === row.attempt) return goOn({ jobId, status: 'running' });
        return Promise.resolve((row.jobId ?? jobId) === jobId ? 'stop' : 'gone');
      },
      async putOff(_run, { inMs: _inMs, ...next }) {
        Object.assign(row, next);
      },
      async finish(_run, end) {
        Object.assign(row, end, { finishedAt: new Date() });
      },
    },
    personas: { serving: () => Promise.resolve({ consent: 'given' }) },
    set: () => Promise.resolve(setOf()),
    endpoint: new OpenAiTuningEndpoint({ baseUrl: server.baseUrl, apiKey: 'k', ...settings }),
    now: () => new Date(),
    log: { info: () => undefined, warn: () => undefined },
    pollMs: 1,
    ...over,
  };
  const step = (signal = new AbortController().signal) => {
    row.attempt += 1;
    return workOnRun(deps, { ...row }, signal);
  };
  return { row, step };
}

it('a run sends both files, starts a job, follows it to its model, and has the files deleted', async () => {
  const { row, step } = openRun();
  await step();
  expect(server.files.map(({ text }) => text)).toEqual([line, line]);
  expect(server.jobs).toMatchObject([
    { model: 'small-model', training_file: 'file-1', validation_file: 'file-2' },
  ]);
  expect(server.keys).toEqual(new Set(['Bearer k']));
  await step();
  expect(row).toMatchObject({ status: 'running', progress: 'validating_files' });
  server.succeed('ft:small-model:ida');
  await step();
  expect(row).toMatchObject({ status: 'done', tunedModel: 'ft:small-model:ida' });
  await step();
  expect(server.files).toEqual([]);
  expect(row.files).toEqual({});
});

describe('killed after a call whose answer was lost', () => {
  it.each(['POST /files', 'POST /fine_tuning/jobs'])(
    'at %s it goes on with what is there: no file is sent twice, and one job is started',
    async (call) => {
      const { row, step } = openRun();
      server.cutOff.add(call);
      await step();
      expect(row).toMatchObject({ jobId: null, error: { code: 'training.endpoint-unavailable' } });
      await step();
      expect(row).toMatchObject({ jobId: server.jobs[0]?.id, error: null });
      expect([server.files.length, server.jobs.length]).toEqual([2, 1]);
    },
  );
});

describe('a worker that stood still, was taken for dead and goes on', () => {
  const statuses = () => server.jobs.map(({ status }) => status);
  const isSaved = ({ jobId }: RunWork) => server.jobs.find(({ id }) => id === jobId)?.status;

  /** The first worker's call that starts the job comes when it is let go. */
  function openStalled(onSecondStart: () => Promise<void>) {
    let letGo = () => {};
    const going = new Promise<void>((resolve) => (letGo = resolve));
    let starts = 0;
    class Stalled extends OpenAiTuningEndpoint {
      override async start(...of: Parameters<OpenAiTuningEndpoint['start']>): Promise<string> {
        starts += 1;
        await (starts === 1 ? going : onSecondStart());
        return super.start(...of);
      }
    }
    const endpoint = new Stalled({ baseUrl: server.baseUrl });
    return { ...openRun({ endpoint }), letGo };
  }

  it('after the other has started its job: it takes its own back', async () => {
    const { row, step, letGo } = openStalled(() => Promise.resolve());
    const first = step();
    while (row.files.heldOut === undefined) await new Promise(setImmediate);
    await step();
    letGo();
    await first;
    expect(statuses()).toEqual(['validating_files', 'cancelled']);
    expect(isSaved(row)).toBe('validating_files');
  });

  it('before the other starts its job: that one is cancelled by the other', async () => {
    const { row, step, letGo } = openStalled(() => {
      letGo();
      return first;
    });
    const first = step();
    while (row.files.heldOut === undefined) await new Promise(setImmediate);
    await step();
    expect(statuses()).toEqual(['cancelled', 'validating_files']);
    expect(isSaved(row)).toBe('validating_files');
  });
});

it('a set that changed before its job began is sent anew, and the earlier one is deleted', async () => {
  let set = setOf();
  const { row, step } = openRun({ set: () => Promise.resolve(set) });
  server.refuse.set('POST /fine_tuning/jobs', 503);
  await step();
  server.refuse.clear();
  set = setOf('b'.repeat(64));
  await step();
  expect(server.files.map(({ id }) => id)).toEqual(['file-3', 'file-4']);
  expect(row).toMatchObject({ sent: { sha256: 'b'.repeat(64) }, status: 'running' });
});

it('of a set that changed, a file that was sent and never written down is deleted too', async () => {
  let set = setOf();
  const { step } = openRun({ set: () => Promise.resolve(set) });
  server.cutOff.add('POST /files');
  await step();
  set = setOf('b'.repeat(64));
  await step();
  expect(server.files.map(({ id }) => id)).toEqual(['file-2', 'file-3']);
});

it('a run that fails leaves no file there that was sent and never written down', async () => {
  const { row, step } = openRun();
  server.cutOff.add('POST /files');
  await step();
  row.createdAt = new Date(Date.now() - 73 * 3_600_000);
  await step();
  expect([row.status, server.files]).toEqual(['failed', []]);
});

it.each(['POST /files', 'POST /fine_tuning/jobs'])(
  'a run that fails for an unreadable answer to %s leaves neither file nor job there',
  async (call) => {
    const { row, step } = openRun();
    server.garble.add(call);
    await step();
    expect(row).toMatchObject({ status: 'failed', error: { code: 'training.endpoint-garbage' } });
    expect(server.files).toEqual([]);
    expect(server.jobs.map(({ status }) => status)).toEqual(
      call === 'POST /files' ? [] : ['cancelled'],
    );
  },
);

it('files of other runs are let alone', async () => {
  const { row, step } = openRun();
  server.files.push({ id: 'file-9', filename: 'personate-run-10-aa-train.jsonl', text: line });
  server.cutOff.add('POST /files');
  await step();
  row.isCancelRequested = true;
  await step();
  expect([row.status, server.files.map(({ id }) => id)]).toEqual(['cancelled', ['file-9']]);
});

describe('an endpoint in trouble', () => {
  it.each([
    ['GET /fine_tuning/jobs/:id', 500, 'training.endpoint-unavailable'],
    ['GET /fine_tuning/jobs/:id', 429, 'training.endpoint-throttled'],
    ['GET /fine_tuning/jobs/:id', 'hang', 'training.endpoint-timeout'],
  ] as const)(
    '%s answered by %s is asked again, and the run says why it waits',
    async (call, how, code) => {
      const { row, step } = openRun({}, { timeoutMs: 300 });
      await step();
      server.refuse.set(call, how);
      await step();
      expect(row).toMatchObject({ status: 'running', error: { code } });
      server.refuse.clear();
      server.succeed('m');
      await step();
      expect(row.status).toBe('done');
    },
  );

  it.each([
    ['POST /files', 401, 'training.endpoint-refused'],
    ['POST /files', 'garbage', 'training.endpoint-garbage'],
    ['POST /fine_tuning/jobs', 400, 'training.endpoint-refused'],
    ['POST /files', 404, 'training.endpoint-refused'],
  ] as const)('%s answered by %s ends the run with what to do', async (call, how, code) => {
    const { row, step } = openRun();
    server.refuse.set(call, how);
    await step();
    expect(row).toMatchObject({ status: 'failed', error: { code, fix: expect.any(String) } });
    expect(JSON.stringify(row.error)).not.toContain('Bearer');
  });

  it('a job that fails there fails the run, by its code and not by its words', async () => {
    const { row, step } = openRun();
    await step();
    const error = { code: 'invalid_training_file', message: 'the key sk-1' };
    Object.assign(server.jobs[0] ?? {}, { status: 'failed', error });
    await step();
    expect(row).toMatchObject({ status: 'failed', error: { code: 'training.job-failed' } });
    expect(JSON.stringify(row.error)).toContain('invalid_training_file');
    expect(JSON.stringify(row.error)).not.toContain('sk-1');
  });

  it('a job that runs is waited for, whatever the endpoint says of key and address', async () => {
    const { row, step } = openRun();
    await step();
    for (const status of [401, 404]) {
      server.refuse.set('GET /fine_tuning/jobs/:id', status);
      await step();
      expect(row).toMatchObject({
        status: 'running',
        error: { code: 'training.endpoint-refused' },
      });
    }
    expect(server.jobs[0]?.status).toBe('validating_files');
  });

  it('files that cannot be deleted are tried again, and why the run ended is still told', async () => {
    const { row, step } = openRun();
    await step();
    const error = { code: 'invalid_training_file', message: '' };
    Object.assign(server.jobs[0] ?? {}, { status: 'failed', error });
    await step();
    server.refuse.set('DELETE /files/:id', 500);
    await step();
    expect(row).toMatchObject({
      status: 'failed',
      error: { code: 'training.job-failed' },
      files: { train: 'file-1' },
    });
    server.refuse.clear();
    await step();
    expect(row.files).toEqual({});
  });
});

describe('a run is stopped at the endpoint too', () => {
  it('where that was asked for', async () => {
    const { row, step } = openRun();
    await step();
    row.isCancelRequested = true;
    await step();
    expect(row).toMatchObject({ status: 'cancelled', error: null });
    expect(server.jobs[0]?.status).toBe('cancelled');
  });

  it('where a document of its set was erased', async () => {
    const { row, step } = openRun();
    await step();
    Object.assign(row, { isCancelRequested: true, isMarked: true });
    await step();
    expect(row).toMatchObject({ status: 'cancelled', error: { code: 'training.document-erased' } });
  });

  it('and where it was too late for that, its model is named', async () => {
    const { row, step } = openRun();
    await step();
    server.succeed('ft:late');
    server.refuse.set('POST /fine_tuning/jobs/:id/cancel', 400);
    Object.assign(row, { isCancelRequested: true, isMarked: true });
    await step();
    expect(row).toMatchObject({ status: 'done', tunedModel: 'ft:late' });
  });

  it('where it took more than three days and the endpoint is away, it ends here', async () => {
    const { row, step } = openRun();
    await step();
    row.isCancelRequested = true;
    server.refuse.set('POST /fine_tuning/jobs/:id/cancel', 503);
    await step();
    expect(row).toMatchObject({
      status: 'running',
      error: { code: 'training.endpoint-unavailable' },
    });
    row.createdAt = new Date(Date.now() - 73 * 3_600_000);
    await step();
    expect(row).toMatchObject({ status: 'failed', error: { code: 'training.too-long' } });
  });

  it('where consent was withdrawn', async () => {
    let consent: 'given' | 'withdrawn' = 'given';
    const { row, step } = openRun({ personas: { serving: () => Promise.resolve({ consent }) } });
    await step();
    consent = 'withdrawn';
    await step();
    expect(row).toMatchObject({ status: 'failed', error: { code: 'persona.consent-withdrawn' } });
    expect(server.jobs[0]?.status).toBe('cancelled');
  });

  it('where it took more than three days', async () => {
    const { row, step } = openRun();
    await step();
    row.createdAt = new Date(Date.now() - 73 * 3_600_000);
    await step();
    expect(row).toMatchObject({ status: 'failed', error: { code: 'training.too-long' } });
    expect(server.jobs[0]?.status).toBe('cancelled');
  });

  it('where its job was started and never written down', async () => {
    const { row, step } = openRun();
    server.cutOff.add('POST /fine_tuning/jobs');
    await step();
    expect(row.jobId).toBeNull();
    row.isCancelRequested = true;
    await step();
    expect(server.jobs[0]?.status).toBe('cancelled');
  });

  it('where a file was sent and never written down: it is deleted there', async () => {
    const { row, step } = openRun();
    server.cutOff.add('POST /files');
    await step();
    expect([row.files, server.files.length]).toEqual([{}, 1]);
    row.isCancelRequested = true;
    await step();
    expect([row.status, server.files]).toEqual(['cancelled', []]);
  });

  it('before its job began, and then no job is started', async () => {
    const { row, step } = openRun();
    row.isCancelRequested = true;
    await step();
    expect(row.status).toBe('cancelled');
    expect(server.seen).toEqual([]);
  });
});

it('what was sent for a run that is erased meanwhile is taken back', async () => {
  const { row, step } = openRun();
  row.isGone = true;
  await step();
  expect([server.seen.includes('POST /files'), server.files, server.jobs]).toEqual([true, [], []]);
});

describe('before a persona is erased', () => {
  const endAll = (runs: RunWork[], endpoint: WorkOnRunDeps['endpoint']) =>
    endRuns(
      {
        runs: { takeAll: () => Promise.resolve(runs) },
        endpoint,
        log: { info: () => undefined, warn: () => undefined },
      },
      { personaId: 'ida' },
    );

  it('its jobs are cancelled and its files deleted at the endpoint', async () => {
    const { row, step } = openRun();
    await step();
    const endpoint = new OpenAiTuningEndpoint({ baseUrl: server.baseUrl });
    expect(await endAll([row], endpoint)).toEqual({
      trainingJobsEnded: 1,
      trainingFilesDeleted: 2,
      trainingRunsLeftThere: 0,
    });
    expect([server.files, server.jobs[0]?.status]).toEqual([[], 'cancelled']);
  });

  it('a file that was sent and never written down is deleted at the endpoint', async () => {
    const { row, step } = openRun();
    server.cutOff.add('POST /files');
    await step();
    const endpoint = new OpenAiTuningEndpoint({ baseUrl: server.baseUrl });
    expect(await endAll([row], endpoint)).toMatchObject({
      trainingFilesDeleted: 1,
      trainingRunsLeftThere: 0,
    });
    expect(server.files).toEqual([]);
  });

  it('what an endpoint that is away may still have is counted', async () => {
    const { row, step } = openRun();
    await step();
    server.refuse.set('POST /fine_tuning/jobs/:id/cancel', 503);
    const endpoint = new OpenAiTuningEndpoint({ baseUrl: server.baseUrl });
    expect(await endAll([row], endpoint)).toMatchObject({ trainingRunsLeftThere: 1 });
    expect(await endAll([row], null)).toMatchObject({ trainingRunsLeftThere: 1 });
  });
});

it('nothing is sent of a persona whose set cannot be made, or without an endpoint', async () => {
  const refused = openRun({ set: () => Promise.reject(consentWithdrawn('ida')) });
  await refused.step();
  expect(refused.row).toMatchObject({
    status: 'failed',
    error: { code: 'persona.consent-withdrawn' },
  });
  const without = openRun({ endpoint: null });
  await without.step();
  expect(without.row).toMatchObject({
    status: 'failed',
    error: { code: 'training.not-configured' },
  });
  expect(server.seen).toEqual([]);
});

it('a worker that closes in the middle of a step says so and decides nothing', async () => {
  const { row, step } = openRun();
  await step();
  server.refuse.set('GET /fine_tuning/jobs/:id', 'hang');
  const closing = new AbortController();
  const stepping = step(closing.signal);
  closing.abort(new ExpectedError('unavailable', 'closing', 'It closes.', { fix: 'Wait.' }));
  await expect(stepping).rejects.toThrow('It closes.');
  expect(row.status).toBe('running');
});
