// A build has a folder of its own and is not changed once it is there: a process that began with it reads parts of it
// when it needs them, hours later perhaps. What nobody can need any more goes with the next build.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const running = 'running-';
const isBuild = /^[0-9a-f]{16}$/u;
/** As it was before each build had a folder. */
const isLoose = /-[A-Z0-9]{8}\.js$/u;
/** Whoever builds at the same time has not named its build in the entry yet. */
const youngMs = 3_600_000;

/**
 * Puts a build beside the earlier ones, then lets the entry name it: who reads the entry finds a whole build, at any
 * instant and whoever else builds.
 * @param entry path of the file that is started
 * @param outputs files of the bundle, as if they lay in the entry's folder
 */
export function keepBuild(entry, outputs) {
  const folder = dirname(entry);
  const files = outputs.map(({ path, contents }) => ({ name: relative(folder, path), contents }));
  mkdirSync(folder, { recursive: true });
  const build = nameOf(files);
  const before = existsSync(entry) ? buildIn(readFileSync(entry, 'utf8')) : undefined;
  const half = mkdtempSync(join(folder, 'half-'));
  try {
    mkdirSync(join(half, build));
    for (const { name, contents } of files) writeFileSync(join(half, build, name), contents);
    putOnce(join(half, build), join(folder, build));
    writeFileSync(join(half, basename(entry)), loaderOf(build, basename(entry)));
    renameSync(join(half, basename(entry)), entry);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  removeOthers(folder, new Set([build, before]));
}

function nameOf(files) {
  const hash = createHash('sha256');
  for (const { name, contents } of files) hash.update(`${name}\0${contents.length}\0`).update(contents); // prettier-ignore
  return hash.digest('hex').slice(0, 16);
}

function putOnce(from, to) {
  try {
    if (!existsSync(to)) renameSync(from, to);
  } catch (error) {
    // The same build was put there meanwhile: no folder is moved over one that holds something.
    if (!existsSync(to)) throw error;
  }
}

const buildIn = (loader) => /import\('\.\/([0-9a-f]{16})\//u.exec(loader)?.[1];

/** Says which build it runs, before it reads any of it. */
const loaderOf = (build, name) => `import { rmSync, writeFileSync } from 'node:fs';
const mark = new URL('./${build}/${running}' + process.pid, import.meta.url);
try {
  writeFileSync(mark, '');
  process.once('exit', () => rmSync(mark, { force: true }));
} catch {
  // Whoever may not write here has it built by somebody else.
}
await import('./${build}/${name}');
`;

/** Builds that run, the one before, and young ones stay. */
function removeOthers(folder, kept) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isOver = isLoose.test(name) || (isBuild.test(name) && !kept.has(name) && !isNeeded(path));
    if (isOver || (name.startsWith('half-') && !isYoung(path)))
      rmSync(path, { recursive: true, force: true });
  }
}

const isNeeded = (path) =>
  isYoung(path) ||
  readdirSync(path).some((name) => name.startsWith(running) && isAlive(Number(name.slice(running.length)))); // prettier-ignore

const isYoung = (path) => Date.now() - statSync(path).mtimeMs < youngMs;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's may be told nothing, and is there.
    return error.code === 'EPERM';
  }
}
