import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '..', '..', '..', '..');
const bundler = join(root, 'scripts', 'bundle-start.mjs');
const parent = join(root, 'node_modules', '.personate-test');
const bundleMs = 60_000;

const made = new Map<string, Promise<string>>();

/**
 * A program's source in a few files, for as long as this process lives: read module by module, each start of it takes
 * twice as long.
 * @param program path of its TypeScript file
 * @returns path of the JavaScript file to give to Node
 */
export function bundleProgram(program: string): Promise<string> {
  const known = made.get(program) ?? bundle(program);
  made.set(program, known);
  return known;
}

async function bundle(program: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'program-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await promisify(execFile)(process.execPath, [bundler, program, folder], {
    cwd: root,
    timeout: bundleMs,
  });
  return join(folder, basename(program).replace(/\.ts$/, '.js'));
}
