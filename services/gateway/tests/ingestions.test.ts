import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ExpectedError,
  ingestionJobSchema,
  ingestionOptionsSchema,
  inspectionSchema,
  type IngestionJob,
  type Inspection,
  type ProblemDocument,
} from '@personate/contracts';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { GatewayDeps } from '../src/deps.ts';
import { openUploadTokens } from '../src/uploads/upload-tokens.ts';
import { openRecordGateway, report, type RecordGateway } from './support/record-gateway.ts';
import { spentInMemory } from './support/spent-in-memory.ts';

let gateway: RecordGateway;
let persona: string;
let inspect: GatewayDeps['inspect'] = async () => report;
let poke: () => Promise<void> = async () => {};
const limit = 256 * 1024;

beforeAll(async () => {
  gateway = await openRecordGateway(
    { inspect: (input) => inspect(input), pokeIngestion: () => poke() },
    { uploadLimitBytes: limit },
  );
});
afterAll(() => gateway.close());
beforeEach(async () => {
  persona = await gateway.persona();
});

type Fields = Array<[string, string | Blob, string?]>;

async function upload(fields: Fields, path = `/v1/personas/${persona}/ingestions`, headers = {}) {
  const form = new FormData();
  for (const [name, value, fileName] of fields) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, fileName);
  }
  const response = await fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { authorization: gateway.admin.authorization, ...headers },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as unknown };
}
const problem = (answer: { body: unknown }) => answer.body as ProblemDocument;
const notes = new Blob(['# A day\n\nWe moored at dusk.']);

const sha256OfNotes = async (): Promise<string> =>
  createHash('sha256')
    .update(await notes.text())
    .digest('hex');

describe('an upload', () => {
  it('is stored, becomes a job with its options, and is announced', async () => {
    let poked = 0;
    poke = async () => void (poked += 1);
    const { status, body } = await upload([
      ['source', 'notes:mara'],
      ['stance', 'by'],
      ['audience', 'family, friends'],
      ['dryRun', 'true'],
      ['file', notes, 'day.md'],
      ['full', 'false'],
    ]);
    expect(status).toBe(202);
    const job = ingestionJobSchema.parse(body);
    expect(job).toMatchObject({
      personaId: persona,
      status: 'queued',
      fileName: 'day.md',
      options: {
        source: 'notes:mara',
        stance: 'by',
        audience: ['family', 'friends'],
        dryRun: true,
        full: false,
      },
    });
    expect(poked).toBe(1);
    const work = await gateway.records.ingestions.work(job.ingestionId);
    const path = await gateway.records.uploads.path(work?.blobId ?? '');
    expect(await readFile(path, 'utf8')).toBe(await notes.text());
    expect(work?.sha256).toBe(await sha256OfNotes());
  });

  it('is accepted when it cannot be announced: the sweep finds it', async () => {
    poke = () => Promise.reject(new Error('queue is down'));
    expect((await upload([['file', notes, 'day.md']])).status).toBe(202);
    poke = async () => {};
  });

  it.each([
    ['nötes ☂.md', 'nötes ☂.md'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\exports\\x.zip', 'x.zip'],
    ['..', 'upload'],
  ])('keeps of the name %j what is safe', async (given, kept) => {
    const { body } = await upload([['file', notes, given]]);
    expect((body as IngestionJob).fileName).toBe(kept);
  });
});

describe('an upload that cannot be taken leaves nothing behind', () => {
  let before: string[];
  beforeEach(async () => {
    before = await gateway.leftUploads();
  });
  const nothingNew = async () => expect(await gateway.leftUploads()).toEqual(before);

  it.each<[string, Fields, number, string]>([
    ['no file', [['source', 'x']], 400, 'upload.missing'],
    [
      'a mistyped field',
      [
        ['file', notes, 'a.md'],
        ['dry_run', 'true'],
      ],
      400,
      'request.invalid',
    ],
    [
      'a wrong value',
      [
        ['stance', 'beside'],
        ['file', notes, 'a.md'],
      ],
      400,
      'request.invalid',
    ],
    [
      'a flag that is none',
      [
        ['file', notes, 'a.md'],
        ['full', 'maybe'],
      ],
      400,
      'request.invalid',
    ],
    [
      'two files',
      [
        ['file', notes, 'a.md'],
        ['file', notes, 'b.md'],
      ],
      400,
      'upload.one-file',
    ],
    [
      'too many bytes',
      [['file', new Blob([randomBytes(limit + 1)]), 'a.zip']],
      413,
      'upload.too-large',
    ],
    [
      'a prototype’s name',
      [
        ['__proto__', 'x'],
        ['file', notes, 'a.md'],
      ],
      400,
      'request.malformed',
    ],
  ])('for %s', async (_name, fields, status, code) => {
    const answer = await upload(fields);
    expect([answer.status, problem(answer).code]).toEqual([status, code]);
    await nothingNew();
    expect(await gateway.records.ingestions.list(persona)).toEqual([]);
  });

  it('for a body that says beforehand that it is too large', async () => {
    const call = request(`${gateway.url}/v1/personas/${persona}/ingestions`, {
      method: 'POST',
      headers: {
        authorization: gateway.admin.authorization,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(10 * 1024 * 1024 * 1024),
      },
    });
    call.on('error', () => {});
    call.flushHeaders();
    const [response] = (await once(call, 'response')) as [
      NodeJS.ReadableStream & { statusCode: number },
    ];
    expect(response.statusCode).toBe(413);
    call.destroy();
    await nothingNew();
  });

  it('for a persona that does not exist, or is archived', async () => {
    const nobody = await upload([['file', notes, 'a.md']], '/v1/personas/nobody/ingestions');
    expect(problem(nobody).code).toBe('persona.missing');
    await gateway.records.personas.archive(persona);
    expect(problem(await upload([['file', notes, 'a.md']])).code).toBe('persona.archived');
    await nothingNew();
  });

  it('for a client that goes in the middle', async () => {
    const call = request(`${gateway.url}/v1/personas/${persona}/ingestions`, {
      method: 'POST',
      headers: {
        authorization: gateway.admin.authorization,
        'content-type': 'multipart/form-data; boundary=x',
      },
    });
    call.on('error', () => {});
    call.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.zip"\r\n\r\n');
    call.write(randomBytes(100_000));
    const during = await until(gateway.leftUploads, (left) => left.length > before.length);
    expect(during.some((name) => name.endsWith('.half'))).toBe(true);
    call.destroy();
    await until(gateway.leftUploads, (left) => left.length === before.length);
    expect(await gateway.records.ingestions.list(persona)).toEqual([]);
  });

  it('for a form that is cut', async () => {
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.zip"\r\n\r\nabc';
    const response = await fetch(`${gateway.url}/v1/personas/${persona}/ingestions`, {
      method: 'POST',
      headers: {
        authorization: gateway.admin.authorization,
        'content-type': 'multipart/form-data; boundary=x',
      },
      body: head,
    });
    const body = (await response.json()) as ProblemDocument;
    expect([response.status, body.code]).toEqual([400, 'upload.broken']);
    await nothingNew();
  });
});

/** Asks again until it holds; the test's own time-out is the bound. */
async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('an inspection', () => {
  it('tells what was found and keeps nothing', async () => {
    const before = await gateway.leftUploads();
    const { status, body } = await upload([['file', notes, 'day.md']], '/v1/inspect');
    expect(status).toBe(200);
    expect(inspectionSchema.parse(body)).toEqual({
      report,
      fileName: 'day.md',
      sizeBytes: notes.size,
      upload: null,
    });
    expect(await gateway.leftUploads()).toEqual(before);
  });

  it('keeps the upload when it is asked to, for an ingestion to start from', async () => {
    const { body } = await upload([['file', notes, 'day.md']], '/v1/inspect?keep=true');
    const { upload: kept } = body as Inspection;
    const response = await gateway.app.inject({
      method: 'POST',
      url: `/v1/personas/${persona}/ingestions`,
      headers: gateway.admin,
      payload: { upload: kept?.token, self: 'Mara' },
    });
    expect(response.statusCode).toBe(202);
    const job = response.json<IngestionJob>();
    expect(job).toMatchObject({ fileName: 'day.md', options: { self: 'Mara' } });
    const work = await gateway.records.ingestions.work(job.ingestionId);
    expect(await gateway.records.uploads.has(work?.blobId ?? '')).toBe(true);
    expect(work?.sha256).toBe(await sha256OfNotes());
  });

  it('gives a token that is good for its own key alone, while the upload is there', async () => {
    const { body } = await upload([['file', notes, 'day.md']], '/v1/inspect?keep=true');
    const token = (body as Inspection).upload?.token ?? '';
    const start = (headers: Record<string, string>, upload: string) =>
      gateway.app.inject({
        method: 'POST',
        url: `/v1/personas/${persona}/ingestions`,
        headers,
        payload: { upload },
      });
    const other = await gateway.key({ scopes: ['ingest'] });
    expect((await start(other.headers, token)).json()).toMatchObject({
      code: 'upload.token-invalid',
    });
    expect((await start(gateway.admin, `${token}x`)).json()).toMatchObject({
      code: 'upload.token-invalid',
    });
    for (const name of await gateway.leftUploads()) await gateway.records.uploads.delete(name);
    expect((await start(gateway.admin, token)).json()).toMatchObject({ code: 'upload.gone' });
  });

  it('gives a token that another gateway with the same secret takes, and none with another one', async () => {
    const kept = { blobId: 'b', sha256: 'c', fileName: 'day.md', keyId: 'k' };
    const spent = spentInMemory();
    const open = (secret: string | undefined) =>
      openUploadTokens({ now: () => new Date(), secret, spend: spent.spend });
    const { token } = open('shared').issue(kept);
    expect(open('shared').read(token, 'k')).toMatchObject(kept);
    // As a gateway of the release before issues it.
    const { sha256: _, ...before } = kept;
    const old = open('shared').issue({ ...before, sha256: undefined });
    expect(open('shared').read(old.token, 'k')).toMatchObject(before);
    expect(() => open('other').read(token, 'k')).toThrow('not kept');
    expect(() => open(undefined).read(token, 'k')).toThrow('not kept');
    await open('shared').spend(kept);
    await expect(open('shared').spend(kept)).rejects.toMatchObject({ code: 'upload.token-used' });
  });

  it('gives a token that starts one ingestion, asked for twice at once', async () => {
    const { body } = await upload([['file', notes, 'day.md']], '/v1/inspect?keep=true');
    const start = () =>
      gateway.app.inject({
        method: 'POST',
        url: `/v1/personas/${persona}/ingestions`,
        headers: gateway.admin,
        payload: { upload: (body as Inspection).upload?.token },
      });
    const answers = await Promise.all([start(), start()]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      202, 409,
    ]);
    expect((await start()).json()).toMatchObject({ code: 'upload.token-used' });
  });

  it('that fails says why, and keeps nothing', async () => {
    const before = await gateway.leftUploads();
    inspect = () =>
      Promise.reject(
        new ExpectedError('unprocessable', 'export.zip-broken', 'The zip is broken.', {
          fix: 'Download it again.',
        }),
      );
    const answer = await upload([['file', notes, 'x.zip']], '/v1/inspect?keep=true');
    inspect = async () => report;
    expect([answer.status, problem(answer).code]).toEqual([422, 'export.zip-broken']);
    expect(await gateway.leftUploads()).toEqual(before);
  });
});

describe('a job', () => {
  async function queued(): Promise<IngestionJob> {
    return ingestionJobSchema.parse((await upload([['file', notes, 'day.md']])).body);
  }
  const at = (job: IngestionJob) => `/v1/personas/${job.personaId}/ingestions/${job.ingestionId}`;
  const get = (url: string) => gateway.app.inject({ url, headers: gateway.admin });

  it('can be listed, read and cancelled', async () => {
    const first = await queued();
    const second = await queued();
    const listed = (await get(`/v1/personas/${persona}/ingestions`)).json<{
      items: IngestionJob[];
    }>();
    expect(listed.items.map(({ ingestionId }) => ingestionId)).toEqual([
      second.ingestionId,
      first.ingestionId,
    ]);
    const cancelled = await gateway.app.inject({
      method: 'POST',
      url: `${at(first)}/cancel`,
      headers: gateway.admin,
    });
    expect(cancelled.json()).toMatchObject({ status: 'cancelled' });
    expect((await get(at(first))).json()).toMatchObject({ status: 'cancelled' });
  });

  it('of another persona is not found', async () => {
    const job = await queued();
    const other = await gateway.persona();
    for (const end of ['', '/events']) {
      const response = await get(`${at({ ...job, personaId: other })}${end}`);
      expect(response.json()).toMatchObject({ status: 404, code: 'ingestion.missing' });
    }
  });

  it('is watched from its state now to its end', async () => {
    const { ingestions } = gateway.records;
    const job = await queued();
    const response = await fetch(`${gateway.url}${at(job)}/events`, {
      headers: { authorization: gateway.admin.authorization },
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const seen: Array<{ event: string; job: IngestionJob }> = [];
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const one of events) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(one) ?? [];
        if (event === undefined || data === undefined) continue;
        seen.push({ event, job: ingestionJobSchema.parse(JSON.parse(data)) });
        // The worker's part, step by step as the watcher sees it.
        if (seen.length === 1) await ingestions.start(job.ingestionId);
        else if (seen.length === 2)
          await ingestions.progress(job.ingestionId, {
            phase: 'storing',
            documents: 1,
            passages: 3,
          });
        else if (seen.length === 3) await ingestions.finish(job.ingestionId, 'done', report);
      }
    }
    expect(seen.map(({ event, job: { status } }) => [event, status])).toEqual([
      ['progress', 'queued'],
      ['progress', 'running'],
      ['progress', 'running'],
      ['done', 'done'],
    ]);
    expect(seen[2]?.job.progress).toMatchObject({ documents: 1, passages: 3 });
    expect(seen[3]?.job.report).toEqual(report);
  });

  it('is watched for longer than an answer may take to begin, and the server lives on', async () => {
    const patient = await openRecordGateway({}, { answerMs: 100, heartbeatMs: 60 });
    const id = await patient.persona();
    const { ingestionId } = await patient.records.ingestions.create({
      personaId: id,
      options: ingestionOptionsSchema.parse({}),
      blobId: 'none',
      fileName: 'a.zip',
    });
    const headers = { authorization: patient.admin.authorization };
    const response = await fetch(
      `${patient.url}/v1/personas/${id}/ingestions/${ingestionId}/events`,
      { headers },
    );
    let beats = 0;
    for await (const chunk of response.body ?? []) {
      beats += new TextDecoder().decode(chunk as Uint8Array).split(': still here').length - 1;
      if (beats >= 4) break;
    }
    expect((await fetch(`${patient.url}/health/live`)).status).toBe(200);
    await patient.close();
  });

  it('that has ended is told at once', async () => {
    const job = await queued();
    await gateway.records.ingestions.fail(job.ingestionId, { code: 'x.y', message: 'm', fix: 'f' });
    const { body } = await get(`${at(job)}/events`);
    expect(body).toMatch(/^event: done\ndata: .*"failed".*\n\n$/);
  });
});
