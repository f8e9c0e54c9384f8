import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { readSettings } from '../src/index.ts';
import { buildProgram } from '../src/program/build-program.ts';
import { openFakeApi } from './support/fake-api.ts';
import { run } from './support/run.ts';
import { id } from './support/samples.ts';

const notes = fileURLToPath(new URL('./support/notes', import.meta.url));
const probes = fileURLToPath(new URL('./support/probes.yaml', import.meta.url));
const yaml = fileURLToPath(new URL('./support/ada.yaml', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'cli-conventions-'));
const scratch = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A way to call every verb, by its path. */
const calls: Record<string, string[]> = {
  'persona list': ['persona', 'list'],
  'persona show': ['persona', 'show', 'ada'],
  'persona create': ['persona', 'create', 'ada', '--name', 'Ada'],
  'persona edit': ['persona', 'edit', 'ada', '--file', yaml],
  'persona derive': ['persona', 'derive', 'ada'],
  'persona calibrate': ['persona', 'calibrate', 'ada'],
  'persona explain': ['persona', 'explain', 'ada', 'Where?'],
  'persona tone': ['persona', 'tone', 'ada'],
  'persona diff': ['persona', 'diff', 'ada', '2', '3'],
  'persona versions': ['persona', 'versions', 'ada'],
  'persona rollback': ['persona', 'rollback', 'ada', '2'],
  'persona proposals': ['persona', 'proposals', 'ada'],
  'persona accept': ['persona', 'accept', 'ada'],
  'persona dismiss': ['persona', 'dismiss', 'ada'],
  'persona export': ['persona', 'export', 'ada'],
  'persona import': ['persona', 'import', yaml],
  'persona consent show': ['persona', 'consent', 'show', 'ada'],
  'persona consent give': ['persona', 'consent', 'give', 'ada', '--basis', 'Mine.'],
  'persona consent withdraw': ['persona', 'consent', 'withdraw', 'ada'],
  'persona archive': ['persona', 'archive', 'ada'],
  'persona unarchive': ['persona', 'unarchive', 'ada'],
  inspect: ['inspect', notes],
  ingest: ['ingest', 'ada', notes],
  ingestions: ['ingestions', 'ada'],
  interview: ['interview', 'ada'],
  cancel: ['cancel', 'ada', id],
  'knowledge search': ['knowledge', 'search', 'ada', 'quay?'],
  'knowledge statistics': ['knowledge', 'statistics', 'ada'],
  'knowledge remove': ['knowledge', 'remove', 'ada', id],
  'knowledge map': ['knowledge', 'map', 'ada'],
  'knowledge manifest': ['knowledge', 'manifest', 'ada'],
  'knowledge diff': ['knowledge', 'diff', 'ada', '0'],
  'knowledge export': ['knowledge', 'export', 'ada', '--out', scratch('ada.jsonl')],
  'knowledge import': ['knowledge', 'import', 'ada', yaml],
  'knowledge migrate': ['knowledge', 'migrate', 'ada'],
  'knowledge rebuild': ['knowledge', 'rebuild', 'ada'],
  pack: ['pack', 'ada', '--out', scratch('ada.zip')],
  unpack: ['unpack', yaml],
  'common create': ['common', 'create', 'coast'],
  'common list': ['common', 'list'],
  'common ingest': ['common', 'ingest', 'coast', notes],
  'common attach': ['common', 'attach', 'coast', 'ada'],
  'common detach': ['common', 'detach', 'coast', 'ada'],
  'common erase': ['common', 'erase', 'coast'],
  chat: ['chat', 'ada', 'Where?'],
  probe: ['probe', 'ada', '--file', probes, '--least', '0'],
  eval: ['eval', 'ada', '--file', probes, '--only', 'probes'],
  'train set': ['train', 'set', 'ada', '--out', scratch('ada.training')],
  'train start': ['train', 'start', 'ada', '--model', 'small'],
  'train list': ['train', 'list', 'ada'],
  'train promote': ['train', 'promote', 'ada', id],
  'train drop': ['train', 'drop', 'ada'],
  'train cancel': ['train', 'cancel', 'ada', id],
  memories: ['memories', 'ada', '--user', 'anna'],
  'erasure user': ['erasure', 'user', 'anna', '--yes'],
  'erasure document': ['erasure', 'document', 'ada', id, '--yes'],
  'erasure persona': ['erasure', 'persona', 'ada', '--yes'],
  'erasure list': ['erasure', 'list'],
  'erasure show': ['erasure', 'show', id],
  'erasure verify': ['erasure', 'verify', id],
  'keys create': ['keys', 'create', '--name', 'web', '--scope', 'chat'],
  'keys list': ['keys', 'list'],
  'keys revoke': ['keys', 'revoke', id],
  login: ['login'],
  move: ['move', '--uploads', '/uploads'],
  status: ['status'],
  doctor: ['doctor'],
};

function verbs(): Array<{ path: string; command: Command }> {
  const stream = new PassThrough();
  const { program } = buildProgram({
    stdin: stream,
    stdout: stream,
    stderr: stream,
    settings: readSettings({}),
    cwd: '/',
    root: '/',
    moveProgram: [],
    version: '0',
    nodeVersion: '20.19.0',
    interrupts: { subscribe: () => () => {} },
  });
  const leaves = (command: Command, path: string[]): Array<{ path: string; command: Command }> =>
    command.commands.length === 0
      ? [{ path: path.join(' '), command }]
      : command.commands.flatMap((one) => leaves(one, [...path, one.name()]));
  return leaves(program, []);
}

describe('every verb', () => {
  it('has a call in this test', () => {
    expect(Object.keys(calls)).toEqual(verbs().map(({ path }) => path));
  });

  it.each(Object.entries(calls))('%s prints exactly one JSON value', async (_verb, argv) => {
    await using api = await openFakeApi();
    const ran = await run([...argv, '--json'], { url: api.url });
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.json()).toBeDefined();
  });

  it.each(Object.entries(calls))('%s prints something for people', async (_verb, argv) => {
    await using api = await openFakeApi();
    const ran = await run(argv, { url: api.url });
    expect(ran).toMatchObject({ exitCode: 0 });
    expect(ran.out).not.toBe('');
    expect(() => ran.json()).toThrow('JSON');
    expect(ran.out + ran.err).not.toMatch(/undefined|\[object|NaN/);
    expect(ran.out + ran.err).not.toContain('\u001b');
  });

  const withServer = Object.entries(calls).filter(([verb]) => verb !== 'doctor' && verb !== 'move');
  it.each(withServer)(
    '%s without a server fails with a message, a fix and a code',
    async (_verb, argv) => {
      const ran = await run([...argv, '--url', 'http://127.0.0.1:1', '--json']);
      expect(ran.exitCode).toBe(1);
      expect(ran.json()).toMatchObject({
        error: { code: 'network.unreachable', fix: expect.stringContaining('npm start') },
      });
      expect(ran.err).toMatch(/^error: .+\n {2}fix: .+\n {2}code: network\.unreachable\n$/m);
    },
  );

  it.each(verbs())('$path has a help with an example', async ({ path }) => {
    const ran = await run([...path.split(' '), '--help']);
    expect(ran.exitCode).toBe(0);
    expect(ran.out).toContain(`Examples:\n  `);
    expect(ran.out).toContain(`personate ${path}`);
    expect(ran.out).toContain('--json');
  });

  it.each(verbs())(
    '$path stands in docs/command-line.md, with its options',
    ({ path, command }) => {
      const docs = readFileSync(new URL('../../../docs/command-line.md', import.meta.url), 'utf8');
      const section = docs.split(/^#+ /m).find((part) => part.startsWith(`\`personate ${path}`));
      expect(section).toBeDefined();
      // The heading names the verb; an example calls it.
      expect(section?.split(`personate ${path}`).length).toBeGreaterThan(2);
      for (const { long } of command.options) expect(section).toContain(long);
    },
  );
});

describe('a wrong command line', () => {
  it.each([
    [['persona', 'show'], /missing required argument 'id'/],
    [['persona', 'shwo', 'ada'], /unknown command 'shwo'.*Did you mean show/],
    [['ingest', 'ada', 'x', '--stance', 'beside'], /Allowed choices are by, about, to/],
    [['knowledge', 'search', 'ada', 'x', '-k', '0'], /whole number from 1 to 100/],
    [['probe', 'ada', '--least', '2'], /number from 0 to 1/],
    [['status', '--nonsense'], /unknown option '--nonsense'/],
    [['status', '--url', 'nowhere'], /no http or https address/],
    [['persona', 'create', 'ada'], /needs a name/],
    [['erasure', 'persona', 'ada'], /erases ada with all that it knows, for good/],
    [['ingest', 'ada', 'https://example.org/x.zip'], /Addresses are not read/],
  ])('%j exits with 2 and says why', async (argv, why) => {
    await using api = await openFakeApi();
    const ran = await run(argv, { url: api.url });
    expect(ran.exitCode).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toMatch(why);
    expect(ran.err).toContain('code: cli.usage');
  });

  it('cannot ask for a conversation as JSON', async () => {
    await using api = await openFakeApi();
    const ran = await run(['chat', 'ada', '--json'], { url: api.url });
    expect(ran.exitCode).toBe(2);
    expect(ran.json()).toMatchObject({ error: { message: '--json needs a question.' } });
  });

  it('is told as JSON too', async () => {
    const ran = await run(['persona', 'show', '--json']);
    expect(ran.exitCode).toBe(2);
    expect(ran.json()).toEqual({
      error: {
        code: 'cli.usage',
        message: "missing required argument 'id'",
        fix: 'See `personate persona show --help`.',
      },
    });
  });

  it.each([[[]], [['persona']]])('%j prints the help and exits with 2', async (argv) => {
    const ran = await run(argv);
    expect(ran).toMatchObject({ exitCode: 2, out: '' });
    expect(ran.err).toContain('Commands:');
  });
});

describe('what is printed', () => {
  it('is coloured on a terminal only, and not against NO_COLOR', async () => {
    await using api = await openFakeApi();
    const { url } = api;
    const esc = '\u001b[';
    expect((await run(['persona', 'list'], { url, terminal: true })).out).toContain(esc);
    expect((await run(['persona', 'list'], { url })).out).not.toContain(esc);
    const env = { NO_COLOR: '1' };
    expect((await run(['persona', 'list'], { url, env, terminal: true })).out).not.toContain(esc);
  });

  it('never holds a key, but for the one that is made', async () => {
    await using api = await openFakeApi();
    for (const argv of Object.values(calls)) {
      const { out, err } = await run(argv, { url: api.url });
      expect(out + err).not.toContain('test-key');
      expect(err).not.toContain('pk_secret');
      expect(out.includes('pk_secret')).toBe(argv.join(' ').startsWith('keys create'));
    }
  });

  it('cannot steer the terminal, whatever a document holds', async () => {
    await using api = await openFakeApi({
      'GET /v1/personas/ada/knowledge/statistics': () => ({
        documents: 1,
        passages: 1,
        byKind: {},
        bySource: { 'x\u001b]0;owned\u0007\u009b2J\u001b[2J': 1 },
        firstAt: null,
        lastAt: null,
      }),
    });
    const argv = ['knowledge', 'statistics', 'ada'];
    const { out } = await run(argv, { url: api.url, terminal: true });
    expect(out).toContain('x]0;owned2J[2J 1');
  });
});
