import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../src/doctor/check.ts';
import { checkNode } from '../src/doctor/check-machine.ts';
import { openFakeApi, problem, type Route } from './support/fake-api.ts';
import { run } from './support/run.ts';
import { status } from './support/samples.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cli-doctor-'));
  await mkdir(join(root, '.personate'));
  await writeFile(join(root, '.personate/admin.key'), 'x'.repeat(20), { mode: 0o600 });
});
afterEach(() => rm(root, { recursive: true }));

async function examine(routes: Record<string, Route>, url?: string) {
  await using api = await openFakeApi(routes);
  const ran = await run(['doctor', '--json'], { url: url ?? api.url, root });
  const { checks } = ran.json() as { checks: Check[] };
  for (const { state, fix } of checks) expect(fix === undefined).toBe(state === 'ok');
  return {
    exitCode: ran.exitCode,
    states: Object.fromEntries(checks.map(({ name, state }) => [name, state])),
    checks,
  };
}
const model = {
  ...status,
  speaker: { ...status.speaker, kind: 'endpoint' as const, model: 'm', endpoint: 'localhost' },
};

it('finds nothing wrong with a server that works', async () => {
  const { exitCode, states } = await examine({ 'GET /v1/status': () => model });
  expect(exitCode).toBe(0);
  expect(states).toEqual({
    node: 'ok',
    server: 'ok',
    ready: 'ok',
    key: 'ok',
    version: 'ok',
    model: 'ok',
    'data-folder': 'ok',
    'admin-key': 'ok',
    disk: expect.stringMatching(/ok|warn/),
  });
});

it('tells what the server finds of what it stands on, with what to do', async () => {
  const inside = [
    { name: 'database', state: 'ok', message: 'Postgres 17.2 answers in 2 ms' },
    { name: 'queue', state: 'fail', message: 'Redis 7 drops keys.', fix: 'Set noeviction.' },
    { name: 'versions', state: 'warn', message: '1 and 2 run.', fix: 'Let the upgrade end.' },
  ];
  const found = await examine({
    'GET /v1/status': () => model,
    'GET /v1/diagnosis': () => ({ checks: inside }),
  });
  expect(found.exitCode).toBe(1);
  expect(found.checks).toEqual(expect.arrayContaining(inside));
});

it('tells a key that the server does not know by where it was taken from', async () => {
  const { checks } = await examine({
    'GET /v1/session': (_seen, response) => problem(response, 401, 'key.invalid', 'Not valid.'),
  });
  const key = checks.find(({ name }) => name === 'key');
  expect(key).toMatchObject({
    state: 'fail',
    message: expect.stringContaining('PERSONATE_API_KEY'),
  });
});

it('finds nothing wrong with a server that knows no diagnosis yet', async () => {
  const { exitCode, states } = await examine({
    'GET /v1/status': () => model,
    'GET /v1/diagnosis': (_seen, response) => problem(response, 404, 'route.missing', 'Nothing.'),
  });
  expect(exitCode).toBe(0);
  expect(states).not.toHaveProperty('inside');
});

it('warns that no model speaks, which is no fault', async () => {
  const { exitCode, states, checks } = await examine({});
  expect(exitCode).toBe(0);
  expect(states['model']).toBe('warn');
  expect(checks.find(({ name }) => name === 'model')?.fix).toBe('Ollama runs here. Set it.');
});

it('names the parts that do not work', async () => {
  const checks = { database: { ok: true, ms: 1 }, queue: { ok: false, ms: 2_000 } };
  const found = await examine({
    'GET /health/ready': (_seen, response) => {
      response.writeHead(503, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'not-ready', checks }));
    },
  });
  expect(found.exitCode).toBe(1);
  expect(found.checks.find(({ name }) => name === 'ready')?.message).toBe('not ready: queue.');
});

it('calls nothing ready that does not work, where the server goes on without it', async () => {
  const checks = { database: { ok: true, ms: 1 }, queue: { ok: false, ms: 2_000 } };
  const found = await examine({ 'GET /health/ready': () => ({ status: 'ready', checks }) });
  expect(found.checks.find(({ name }) => name === 'ready')?.message).toBe(
    'ready: database; without queue',
  );
});

it('says that nothing answers, and looks at the machine all the same', async () => {
  const { exitCode, states, checks } = await examine({}, 'http://127.0.0.1:1');
  expect(exitCode).toBe(1);
  expect(states).toMatchObject({ server: 'fail', 'data-folder': 'ok' });
  expect(states).not.toHaveProperty('key');
  expect(checks.find(({ name }) => name === 'server')?.fix).toContain('npm start');
});

it('says that the key is not taken', async () => {
  const { exitCode, states } = await examine({
    'GET /v1/session': (_seen, response) => problem(response, 401, 'key.invalid', 'Unknown key.'),
  });
  expect(exitCode).toBe(1);
  expect(states['key']).toBe('fail');
});

it('says that others can read the key', async () => {
  await chmod(join(root, '.personate/admin.key'), 0o644);
  const { exitCode, states, checks } = await examine({});
  expect(exitCode).toBe(1);
  expect(states['admin-key']).toBe('fail');
  expect(checks.find(({ name }) => name === 'admin-key')?.fix).toContain('chmod 600');
});

it('misses the data folder', async () => {
  await rm(join(root, '.personate'), { recursive: true });
  expect((await examine({})).states['data-folder']).toBe('warn');
});

it.each([
  ['20.19.0', 'ok'],
  ['24.0.0', 'ok'],
  ['20.18.3', 'fail'],
  ['18.20.0', 'fail'],
])('takes Node %s for %s', (version, state) => {
  expect(checkNode(version).state).toBe(state);
});
