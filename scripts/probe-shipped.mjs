// Starts what was built on a throw-away data folder, loads the shipped personas, and asks each of them its probes by
// the `personate` command. Fails when one of them answers or declines less than it should. Run after `npm run build`.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const least = process.argv[2] ?? '0.9';
const dataDir = mkdtempSync(join(tmpdir(), 'personate-probe-'));
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(PERSONATE_|OPENAI_)/.test(name)),
);

const server = spawn(process.execPath, [join(root, 'services/all-in-one/dist/start/main.js')], {
  cwd: root,
  env: { ...env, PERSONATE_DATA_DIR: dataDir, PERSONATE_PORT: '0', LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const loadMs = 10 * 60_000;

try {
  const url = await new Promise((done, fail) => {
    let said = '';
    const timer = setTimeout(
      () => fail(new Error(`not ready within ${loadMs / 60_000} minutes`)),
      loadMs,
    );
    server.once('exit', (code) =>
      fail(new Error(`the server ended with ${code} before it was ready`)),
    );
    server.stdout.on('data', (chunk) => {
      said += chunk;
      if (/not all was loaded.*/i.test(said)) fail(new Error(said));
      const found = /Console\s+(http:\/\/[^\s/]+)/.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      done(found);
    });
  });
  const key = readFileSync(join(dataDir, 'admin.key'), 'utf8').trim();
  const personas = readdirSync(join(root, 'personas-data'), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory(),
  );
  for (const { name } of personas) {
    const probe = spawnSync(
      process.execPath,
      [join(root, 'packages/cli/bin/personate.mjs'), 'probe', name, '--least', least],
      {
        cwd: root,
        env: { ...env, PERSONATE_URL: url, PERSONATE_API_KEY: key },
        stdio: ['ignore', 'inherit', 'inherit'],
        timeout: loadMs,
      },
    );
    if (probe.status !== 0) process.exitCode = 1;
    await askStarters(url, key, name);
  }
} finally {
  server.removeAllListeners('exit');
  server.kill('SIGTERM');
  if (server.exitCode === null) await new Promise((done) => server.once('exit', done));
  rmSync(dataDir, { recursive: true, force: true });
}

/** What the console offers to somebody new must be answered on evidence. */
async function askStarters(url, key, persona) {
  const send = async (path, body) => {
    const response = await fetch(url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  };
  const { document } = await send(`/v1/personas/${persona}`);
  for (const content of document.starters ?? []) {
    const { personate } = await send('/v1/chat/completions', {
      model: persona,
      messages: [{ role: 'user', content }],
    });
    if (personate.citations.length > 0) continue;
    console.error(`${persona}, asked its starter "${content}", cites nothing.`);
    process.exitCode = 1;
  }
}
