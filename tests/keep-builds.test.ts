import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

const bundler = resolve(import.meta.dirname, '..', 'scripts', 'bundle-start.mjs');
const started: ChildProcess[] = [];
let work: string;
let builds: string;
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'personate-builds-'));
  builds = join(work, 'start');
  await writeFile(join(work, 'package.json'), '{"type":"module"}');
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await rm(work, { recursive: true, force: true });
});

/** A program that reads a part of itself only when it is told to. */
async function build(word: string): Promise<void> {
  await writeFile(join(work, 'late.ts'), `export const word = ${JSON.stringify(word)};`);
  await writeFile(
    join(work, 'main.ts'),
    `process.stdin.once('data', async () => { console.log((await import('./late.ts')).word); process.exit(); });
     console.log('up');`,
  );
  await promisify(execFile)(process.execPath, [bundler, join(work, 'main.ts'), builds]);
}

/** As if an hour had gone by since they were made. */
async function age(): Promise<void> {
  const before = new Date(Date.now() - 2 * 3_600_000);
  for (const name of await folders()) await utimes(join(builds, name), before, before);
}
const folders = async (): Promise<string[]> =>
  (await readdir(builds)).filter((name) => name !== 'main.js').toSorted();

function start() {
  const child = spawn(process.execPath, [join(builds, 'main.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  started.push(child);
  child.stdout.setEncoding('utf8');
  const line = async (): Promise<string> => String((await once(child.stdout, 'data'))[0]).trim();
  const up = line();
  return {
    up,
    async go() {
      await up;
      const said = line();
      const exit = once(child, 'exit');
      child.stdin.write('go\n');
      const word = await said;
      await exit;
      return word;
    },
    kill: async () => {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

it('a process finds the parts of its own build however often it is built anew', async () => {
  await build('first');
  const first = start();
  await first.up;
  for (const word of ['second', 'third', 'fourth']) {
    await age();
    await build(word);
  }
  expect(await first.go()).toBe('first');
  expect(await start().go()).toBe('fourth');
});

it('builds that no process runs are removed, also of one that was killed; the one before stays', async () => {
  await build('first');
  const killed = start();
  await killed.up;
  await killed.kill();
  expect(await start().go()).toBe('first');
  for (const word of ['second', 'third']) {
    await age();
    await build(word);
  }
  expect(await folders()).toHaveLength(2);
});

it('the same sources are one build, and whoever builds at the same time loses nothing', async () => {
  await build('first');
  const [only] = await folders();
  await Promise.all([build('first'), build('first')]);
  expect(await folders()).toEqual([only]);
  await build('second');
  expect(await folders()).toContain(only);
  await build('third');
  expect(await folders()).toHaveLength(3);
  expect(await start().go()).toBe('third');
});

it('loose files of builds as they were before are removed', async () => {
  await build('first');
  await writeFile(join(builds, 'chunk-ABCD2345.js'), '');
  await build('second');
  expect(await folders()).not.toContain('chunk-ABCD2345.js');
});
