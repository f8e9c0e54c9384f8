import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFakeApi, problem } from './support/fake-api.ts';
import { knowledgeLines, map } from './support/knowledge-samples.ts';
import { run } from './support/run.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'cli-files-'));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const path = '/v1/personas/ada/knowledge/export';

describe('knowledge export', () => {
  it('writes the file whole, readable by its user alone, or standard output as it is', async () => {
    await using api = await openFakeApi();
    const ran = await run(['knowledge', 'export', 'ada', '--vectors', '--out', 'a.jsonl'], {
      url: api.url,
      cwd,
    });
    expect(ran).toMatchObject({ exitCode: 0, out: expect.stringContaining('a.jsonl is written') });
    expect(await readFile(join(cwd, 'a.jsonl'), 'utf8')).toBe(knowledgeLines);
    expect(api.lines()).toEqual([`GET ${path}?vectors=true`]);
    const piped = await run(['knowledge', 'export', 'ada'], { url: api.url });
    expect(piped.out).toBe(knowledgeLines);
  });

  it('that breaks off leaves no file, and fails', async () => {
    await using api = await openFakeApi({
      [`GET ${path}`]: () => '{"format":"x"}\n{"document":1}\n',
    });
    const ran = await run(['knowledge', 'export', 'ada', '--out', 'a.jsonl'], {
      url: api.url,
      cwd,
    });
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining('cli.export-cut-off') });
    expect(await readdir(cwd)).toEqual([]);
  });

  it('says in a pipe and a file what it says, control characters and all, and shows none on a terminal', async () => {
    const lines = '{"format":"x"}\n{"text":"It\u0092s\u007f"}\n{"end":{}}\n';
    await using api = await openFakeApi({ [`GET ${path}`]: () => lines });
    const argv = ['knowledge', 'export', 'ada'];
    expect((await run(argv, { url: api.url })).out).toBe(lines);
    const shown = await run(argv, { url: api.url, terminal: true });
    expect(shown.out).toContain('"Its"');
  });

  it('of two at once into one file gives the whole of one', async () => {
    await using api = await openFakeApi();
    const argv = ['knowledge', 'export', 'ada', '--out', 'a.jsonl'];
    const ran = await Promise.all([1, 2, 3].map(() => run(argv, { url: api.url, cwd })));
    expect(ran.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(await readdir(cwd)).toEqual(['a.jsonl']);
    expect(await readFile(join(cwd, 'a.jsonl'), 'utf8')).toBe(knowledgeLines);
  });

  it('that is stopped leaves nothing behind', async () => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    await using api = await openFakeApi({
      [`GET ${path}`]: (_seen, response) => {
        response.writeHead(200).write('{"format":"x"}\n');
        begin();
      },
    });
    let press = () => {};
    const running = run(['knowledge', 'export', 'ada', '--out', 'a.jsonl'], {
      url: api.url,
      cwd,
      onInterruptible: (pressed) => (press = pressed),
    });
    await begun;
    press();
    expect(await running).toMatchObject({ exitCode: 130, err: expect.stringContaining('Stopped') });
    expect(await readdir(cwd)).toEqual([]);
  });

  it('writes through a link and into a pipe, and puts no file in their place', async () => {
    await using api = await openFakeApi();
    const to = (file: string) =>
      run(['knowledge', 'export', 'ada', '--out', file], { url: api.url, cwd });
    await symlink('there.jsonl', join(cwd, 'link.jsonl'));
    await writeFile(join(cwd, 'there.jsonl'), '');
    expect((await to('link.jsonl')).exitCode).toBe(0);
    expect(await readFile(join(cwd, 'there.jsonl'), 'utf8')).toBe(knowledgeLines);
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const [read, ran] = await Promise.all([readFile(join(cwd, 'pipe'), 'utf8'), to('pipe')]);
    expect([read, ran.exitCode]).toEqual([knowledgeLines, 0]);
    expect((await lstat(join(cwd, 'link.jsonl'))).isSymbolicLink()).toBe(true);
    expect((await lstat(join(cwd, 'pipe'))).isFIFO()).toBe(true);
  });

  it('into a place that is not there says so', async () => {
    await using api = await openFakeApi();
    const ran = await run(['knowledge', 'export', 'ada', '--out', 'no/where.jsonl'], {
      url: api.url,
      cwd,
    });
    expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining('cli.file-unwritable') });
  });
});

it('persona export of a picture needs a file to go to', async () => {
  await using api = await openFakeApi();
  const ran = await run(['persona', 'export', 'ada', '--format', 'png'], { url: api.url });
  expect(ran.exitCode).toBe(2);
  expect(api.lines()).toEqual([]);
});

it('persona import tells what was left out, and sends the id that was asked for', async () => {
  await using api = await openFakeApi();
  const card = fileURLToPath(new URL('./support/ada.yaml', import.meta.url));
  const ran = await run(['persona', 'import', card, '--as', 'bosun'], { url: api.url });
  expect(ran).toMatchObject({ exitCode: 0, err: expect.stringContaining('kept, not used') });
  const sent = api.seen.find(({ line }) => line.startsWith('POST'))?.body;
  expect(sent).toMatch(/name="as"\r\n\r\nbosun/);
});

it('unpack of a persona that is there already fails with what to do', async () => {
  await using api = await openFakeApi({
    'POST /v1/personas/unpack': (_seen, response) =>
      problem(response, 409, 'persona.exists', 'There is a persona "ada" already.'),
  });
  const pack = fileURLToPath(new URL('./support/ada.yaml', import.meta.url));
  const ran = await run(['unpack', pack], { url: api.url });
  expect(ran).toMatchObject({ exitCode: 1, err: expect.stringContaining('persona.exists') });
});

it('knowledge map shows topics and time as bars', async () => {
  await using api = await openFakeApi();
  const ran = await run(['knowledge', 'map', 'ada'], { url: api.url });
  expect(ran.out).toContain('2 documents in 3 passages, 1840-01-01 to 1843-05-01');
  expect(ran.out).toMatch(/█{24} {2}100 % {2}engine, numbers, notes {2}1840–1843/);
  expect(ran.out).toMatch(/1841 {2}░{24} {2}0/);
  expect(ran.out).toContain('1 passage undated');
});

it('knowledge map of nothing shows no year', async () => {
  await using api = await openFakeApi({
    'GET /v1/personas/ada/knowledge/map': () => ({ ...map, byYear: [], topics: [] }),
  });
  expect((await run(['knowledge', 'map', 'ada'], { url: api.url })).out).not.toMatch(/░|Time/);
});
