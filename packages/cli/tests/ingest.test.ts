import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IngestionJob } from '@personate/contracts';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { events, openFakeApi, problem } from './support/fake-api.ts';
import { run } from './support/run.ts';
import { endedJob, id, job, report } from './support/samples.ts';

const jobEvents = `GET /v1/personas/ada/ingestions/:id/events`;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-ingest-'));
  await writeFile(join(folder, 'a.md'), 'I moored at the quay.');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const temporaries = async () =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('personate-upload-'));
const ending = (end: Partial<IngestionJob>) => ({
  [jobEvents]: (_seen: unknown, response: Parameters<typeof events>[0]) =>
    events(response, ['done', { ...endedJob, ...end }]),
});

describe('ingest', () => {
  it('sends a file with what the options say, and tells the report', async () => {
    await using api = await openFakeApi();
    const options = ['--self', 'Ada', '--source', 's', '--stance', 'by', '--kind', 'career'];
    const more = ['--format', 'notes', '--audience', 'a,b', '--full'];
    const ran = await run(['ingest', 'ada', 'a.md', ...options, ...more], {
      url: api.url,
      cwd: folder,
    });
    expect(ran.exitCode).toBe(0);
    expect(ran.out).toContain('3 added, 0 changed, 0 unchanged, 0 removed');
    expect(ran.err).toContain('embedding: 1 of 3 documents');
    expect(ran.err).toContain('personate persona diff ada');
    const sent = api.seen.find(({ line }) => line === 'POST /v1/personas/ada/ingestions');
    expect(sent?.authorization).toBe('Bearer test-key');
    const fields = [...(sent?.body ?? '').matchAll(/name="(\w+)"\r\n\r\n(.*)\r\n/g)].map(
      ([, name, value]) => [name, value],
    );
    expect(fields).toEqual([
      ['self', 'Ada'],
      ['stance', 'by'],
      ['kind', 'career'],
      ['source', 's'],
      ['format', 'notes'],
      ['audience', 'a'],
      ['audience', 'b'],
      ['dryRun', 'false'],
      ['full', 'true'],
    ]);
    expect(sent?.body).toContain('filename="a.md"');
    expect(sent?.body).toContain('I moored at the quay.');
  });

  it('asks whose words they are where the files do not say', async () => {
    const nameless = {
      file: 'a.md',
      code: 'document.stance-unknown',
      message: 'The document names no author.',
    };
    await using api = await openFakeApi(
      ending({ report: { ...report, problems: [nameless], problemCount: 1 } }),
    );
    const ran = await run(['ingest', 'ada', folder], { url: api.url });
    expect(ran.exitCode).toBe(3);
    expect(ran.out).toMatch(/Did the persona write these\?[\s\S]*--stance by .*--stance about/s);
  });

  it('sends a folder as a zip of it, and leaves nothing of it behind', async () => {
    await symlink('/etc/hostname', join(folder, 'link.md'));
    await using api = await openFakeApi();
    const before = await temporaries();
    const ran = await run(['ingest', 'ada', folder], { url: api.url });
    expect(ran.exitCode).toBe(0);
    expect(ran.err).toContain('1 link in the folder not followed');
    const sent = api.seen.find(({ line }) => line === 'POST /v1/personas/ada/ingestions');
    expect(sent?.body).toMatch(/filename="cli-ingest-\w+\.zip"/);
    expect(sent?.body).toContain('PK\u0003\u0004');
    expect(await temporaries()).toEqual(before);
  });

  it('asks whether the persona is there before it sends anything', async () => {
    await using api = await openFakeApi({
      'GET /v1/personas/ada/ingestions': (_seen, response) =>
        problem(response, 404, 'persona.missing', 'There is no persona "ada".'),
    });
    const ran = await run(['ingest', 'ada', folder], { url: api.url });
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('code: persona.missing');
    expect(api.lines()).toEqual(['GET /v1/personas/ada/ingestions?limit=1']);
  });

  it('says done with problems when some of it could not be read', async () => {
    const problems = [{ file: 'a.md', line: 3, code: 'jsonl.not-json', message: 'No JSON.' }];
    await using api = await openFakeApi(
      ending({ report: { ...report, problems, problemCount: 7 } }),
    );
    const ran = await run(['ingest', 'ada', folder], { url: api.url });
    expect(ran.exitCode).toBe(3);
    expect(ran.out).toContain('7 problems\n  a.md:3  jsonl.not-json  No JSON.\n  and 6 more\n');
  });

  it('tells why an ingestion failed', async () => {
    const error = { code: 'ingestion.self-needed', message: 'Who?', fix: 'Use --self.' };
    await using api = await openFakeApi(ending({ status: 'failed', report: null, error }));
    const ran = await run(['ingest', 'ada', folder, '--json'], { url: api.url });
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('error: Who?\n  fix: Use --self.\n  code: ingestion.self-needed\n');
    expect(ran.json()).toMatchObject({ status: 'failed', error });
  });

  it('does not wait when it is told not to', async () => {
    await using api = await openFakeApi();
    const ran = await run(['ingest', 'ada', folder, '--no-wait'], { url: api.url });
    expect(ran.exitCode).toBe(0);
    expect(ran.out).toContain(`personate ingestions ada ${id} --watch`);
    expect(ran.out).toContain(`personate cancel ada ${id}`);
    expect(api.lines().some((line) => line.endsWith('/events'))).toBe(false);
  });

  it('leaves the ingestion running at Ctrl-C, and says how to go on', async () => {
    let press: (() => void) | undefined;
    await using api = await openFakeApi({
      [jobEvents]: (_seen, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(`event: progress\ndata: ${JSON.stringify(job)}\n\n`, () => press?.());
      },
    });
    const ran = await run(['ingest', 'ada', folder], {
      url: api.url,
      onInterruptible: (how) => (press = how),
    });
    expect(ran.exitCode).toBe(130);
    expect(ran.out).toContain('goes on without you watching');
    expect(ran.out).toContain(`personate ingestions ada ${id} --watch`);
    expect(api.lines().some((line) => line.endsWith('/cancel'))).toBe(false);
  });

  it('leaves nothing behind when Ctrl-C stops the upload', async () => {
    let press: (() => void) | undefined;
    await using api = await openFakeApi({
      'POST /v1/personas/ada/ingestions': () => new Promise(() => press?.()),
    });
    const before = await temporaries();
    const ran = await run(['ingest', 'ada', folder], {
      url: api.url,
      onInterruptible: (how) => (press = how),
    });
    expect(ran).toMatchObject({ exitCode: 130, out: '' });
    expect(ran.err).toContain('nothing was ingested');
    expect(await temporaries()).toEqual(before);
  });
});

describe('what cannot be sent', () => {
  it.each([
    ['nothing-there.zip', 'cli.file-missing'],
    ['empty.jsonl', 'cli.file-empty'],
    ['empty', 'cli.folder-empty'],
    ['large.jsonl', 'cli.file-too-large'],
    ['large', 'cli.folder-too-large'],
  ])('%s is refused as %s before anything is sent', async (path, code) => {
    await writeFile(join(folder, 'empty.jsonl'), '');
    await mkdir(join(folder, 'empty/.git'), { recursive: true });
    await mkdir(join(folder, 'large'));
    for (const name of ['large.jsonl', 'large/x.md'])
      await writeFile(join(folder, name), Buffer.alloc(11 * 1024 * 1024, 'x'));
    await using api = await openFakeApi();
    const ran = await run(['inspect', path], { url: api.url, cwd: folder });
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain(`code: ${code}`);
    expect(api.lines()).toEqual([]);
  });
});

describe('an earlier ingestion', () => {
  it('is told with its report', async () => {
    await using api = await openFakeApi();
    const ran = await run(['ingestions', 'ada', id], { url: api.url });
    expect(ran.out).toContain('3 added');
  });

  it('can be watched again', async () => {
    await using api = await openFakeApi();
    const ran = await run(['ingestions', 'ada', id, '--watch', '--json'], { url: api.url });
    expect(ran.json()).toMatchObject({ status: 'done' });
    expect(api.lines()).toContain(`GET /v1/personas/ada/ingestions/${id}/events`);
  });
});
