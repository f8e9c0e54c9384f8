import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '../open-database.ts';

const root = resolve(import.meta.dirname, '..', '..', '..', '..');
const records = join(root, 'packages', 'records', 'src');
const copyMs = 60_000;
const templates = join(root, 'node_modules', '.personate-test', 'databases');

/**
 * Gives a data folder a new embedded database: a copy of one that the first to ask makes, which takes seconds of a
 * processor, where a copy takes a fifth of one.
 * @param migrated with the records' schema, else as it is before any migration
 */
export async function fillDataDir(dataDir: string, migrated: boolean): Promise<void> {
  const template = join(templates, await version(), migrated ? 'migrated' : 'bare');
  await access(template).catch(() => makeTemplate(template, migrated));
  await mkdir(dataDir, { recursive: true });
  // A thousand files: Node's own copying takes five times as long.
  const parts = ['pg', 'VERSION'].map((name) => join(template, name));
  await promisify(execFile)('cp', ['-R', ...parts, dataDir], { timeout: copyMs });
}

async function makeTemplate(template: string, migrated: boolean): Promise<void> {
  const half = `${template}-${randomUUID()}`;
  try {
    if (migrated) await fillDataDir(half, false);
    const database = await openDatabase({ kind: 'embedded', dataDir: half, migrate: migrated });
    await database.close();
    await rename(half, template).catch((error: NodeJS.ErrnoException) => {
      // Two that ask at once both make it, and the first one's is kept.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
    await removeOld();
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

async function removeOld(): Promise<void> {
  const current = await version();
  const old = (await readdir(templates)).filter((name) => name !== current);
  await Promise.all(old.map((name) => rm(join(templates, name), { recursive: true, force: true })));
}

let known: Promise<string> | undefined;
/** Changes with everything that makes a database what it is. */
const version = (): Promise<string> => (known ??= digestOf());

async function digestOf(): Promise<string> {
  const folders = ['embedded', 'migrations'].map((name) => join(records, name));
  const inFolders = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  const files = ['open-database.ts', 'migrate-database.ts'].map((name) => join(records, name));
  files.push(join(root, 'pnpm-lock.yaml'), ...inFolders.flat().toSorted());
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}
