import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readSettings, runPersonate } from '@personate/cli';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { eventually } from './harness/eventually.ts';

interface Told {
  answer: string;
  personate: { citations: Array<{ documentId: string; at?: string }> };
}
interface Found {
  results: Array<{ text: string; documentKey: string }>;
}
type Memories = Array<{ memoryId: string; text: string }>;

let cluster: TestCluster;
let folder: string;
beforeAll(async () => {
  cluster = await openTestCluster();
  folder = await mkdtemp(join(tmpdir(), 'command-line-'));
  await mkdir(join(folder, 'notes/home'), { recursive: true });
  const note = (date: string, text: string) =>
    `---\nauthor: Vera Holm\ndate: ${date}\n---\n\n${text}\n`;
  await writeFile(
    join(folder, 'notes/boat.md'),
    note(
      '2014-04-02',
      'I bought a small wooden boat called Heron in the spring and painted her green.',
    ),
  );
  await writeFile(
    join(folder, 'notes/home/bread.md'),
    note(
      '2016-01-09',
      'I bake rye bread every Saturday with the sourdough that my aunt Ilse gave me.',
    ),
  );
  await writeFile(
    join(folder, 'probes.yaml'),
    [
      'answer:',
      '  - question: What was your boat called?',
      '    documents: [boat]',
      'decline:',
      '  - question: How does a nuclear reactor work?',
    ].join('\n'),
  );
}, 60_000);
afterAll(async () => {
  await cluster?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** The command with `--json`, as the shell would run it in the folder. */
async function personate(...argv: string[]) {
  const told = { out: '', err: '' };
  const into = (stream: keyof typeof told) =>
    new Writable({
      write(piece: Buffer, _encoding, done) {
        told[stream] += piece.toString('utf8');
        done();
      },
    });
  const exitCode = await runPersonate([...argv, '--json'], {
    stdin: Readable.from(['']),
    stdout: into('out'),
    stderr: into('err'),
    settings: readSettings({
      PERSONATE_PORT: new URL(cluster.url).port,
      PERSONATE_DATA_DIR: cluster.dataDir,
    }),
    cwd: folder,
    root: folder,
    version: 'test',
    moveProgram: [],
    nodeVersion: process.versions.node,
    interrupts: { subscribe: () => () => {} },
  });
  return { exitCode, ...told, value: JSON.parse(told.out) as unknown };
}
async function did<Value>(...argv: string[]): Promise<Value> {
  const { exitCode, err, value } = await personate(...argv);
  if (exitCode !== 0) throw new Error(`personate ${argv.join(' ')}: ${exitCode}\n${err}`);
  return value as Value;
}

it('makes, feeds, asks, probes and corrects a persona by the command line alone', async () => {
  await did('persona', 'create', 'vera', '--name', 'Vera Holm', '--subject', 'fictional');
  const report = async (...options: string[]) =>
    (await did<{ report: unknown }>('ingest', 'vera', 'notes', '--self', 'Vera Holm', ...options))
      .report;
  expect(await report('--dry-run')).toMatchObject({ added: 2 });
  expect(await report()).toMatchObject({ added: 2, embedded: 2 });
  expect(await report()).toMatchObject({ added: 0, unchanged: 2, embedded: 0 });

  const told = await did<Told>('chat', 'vera', 'What was your boat called?');
  expect(told.answer).toContain('Heron');
  expect(told.personate.citations[0]).toMatchObject({ documentId: 'boat', at: expect.any(String) });

  expect(await did('probe', 'vera', '--file', 'probes.yaml')).toMatchObject({
    passed: true,
    answer: { passed: 1, of: 1 },
    decline: { passed: 1, of: 1 },
  });

  const search = () => did<Found>('knowledge', 'search', 'vera', 'rye bread', '-k', '1');
  const [bread] = (await search()).results;
  expect(bread?.text).toContain('aunt Ilse');
  await did('knowledge', 'remove', 'vera', bread?.documentKey ?? '');
  expect(JSON.stringify(await search())).not.toContain('aunt Ilse');
  expect(await did('knowledge', 'statistics', 'vera')).toMatchObject({ documents: 1 });

  await did('chat', 'vera', 'My dog is called Biscuit.', '--user', 'anna');
  const memories = () => did<Memories>('memories', 'vera', '--user', 'anna');
  const memory = await eventually(
    'the dog is remembered',
    20_000,
    async () => (await memories())[0],
  );
  expect(memory.text).toContain('Biscuit');
  await did('memories', 'vera', '--user', 'anna', '--forget', memory.memoryId);
  expect(await memories()).toEqual([]);
  expect(await did('memories', 'vera', '--user', 'bert')).toEqual([]);
}, 90_000);

it('finds this machine’s server and its key, and nothing wrong with them', async () => {
  const { healthy, checks } = await did<{
    healthy: boolean;
    checks: Array<{ name: string; state: string }>;
  }>('doctor');
  expect(healthy).toBe(true);
  expect(checks.map(({ name }) => name)).toContain('key');
});

it('makes a key that works, and revokes it', async () => {
  const made = await did<{ key: string; record: { keyId: string } }>(
    'keys',
    'create',
    '--name',
    'reader',
    '--scope',
    'chat',
  );
  const asks = async () => {
    const headers = { authorization: `Bearer ${made.key}` };
    return (await fetch(`${cluster.url}/v1/models`, { headers })).status;
  };
  expect(await asks()).toBe(200);
  await did('keys', 'revoke', made.record.keyId);
  expect(await asks()).toBe(401);
});

it('prints an address that logs into the console, once', async () => {
  const { url } = await did<{ url: string }>('login');
  const token = new URLSearchParams(new URL(url).hash.slice(1)).get('token');
  const logIn = async () =>
    (
      await fetch(`${cluster.url}/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      })
    ).status;
  expect(await logIn()).toBe(204);
  expect(await logIn()).toBe(401);
});

it('says what is wrong with a persona’s YAML, and changes nothing', async () => {
  await writeFile(join(folder, 'bad.yaml'), 'id: nils\nname: 7\nsubject: { kind: robot }\n');
  const { exitCode, value } = await personate('persona', 'create', 'nils', '--file', 'bad.yaml');
  expect(exitCode).toBe(1);
  expect(value).toMatchObject({ error: { code: 'persona.yaml-invalid' } });
  expect((await personate('persona', 'show', 'nils')).value).toMatchObject({
    error: { code: 'persona.missing' },
  });
});
