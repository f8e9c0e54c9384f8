import { execFile } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const findMs = 10_000;
/** Where Debian and Ubuntu keep the server's programs, a folder for each version. */
const versions = '/usr/lib/postgresql';

/**
 * Why no server of Postgres can be started here; null when one can.
 *
 * @param needs an extension that must be there
 */
export async function postgresMissing(needs?: { extension: string }): Promise<string | null> {
  const programs = await postgresPrograms();
  if (programs === null) return `there is no initdb below ${versions} or where pg_config says`;
  if ((await postgresAccount()) === 'none')
    return 'root may not run Postgres, and there is no user postgres';
  if (needs === undefined) return null;
  const { stdout } = await run(join(programs, 'pg_config'), ['--sharedir'], { timeout: findMs });
  const control = join(stdout.trim(), 'extension', `${needs.extension}.control`);
  return (await exists(control))
    ? null
    : `the Postgres in ${programs} has no extension ${needs.extension}`;
}

/** The folder of the newest version's programs; null where there are none. */
export async function postgresPrograms(): Promise<string | null> {
  const found = await readdir(versions).catch((): string[] => []);
  const newest = found
    .filter((name) => /^\d+$/.test(name))
    .toSorted((a, b) => Number(b) - Number(a))
    .map((name) => join(versions, name, 'bin'));
  for (const folder of newest) if (await exists(join(folder, 'initdb'))) return folder;
  const bin = await run('pg_config', ['--bindir'], { timeout: findMs }).catch(() => null);
  const folder = bin?.stdout.trim() ?? '';
  return folder !== '' && (await exists(join(folder, 'initdb'))) ? folder : null;
}

/** Postgres refuses to run as root: its own user then, if there is one. */
export async function postgresAccount(): Promise<'self' | 'none' | { uid: number; gid: number }> {
  if (process.getuid?.() !== 0) return 'self';
  try {
    const ids = await Promise.all(
      ['-u', '-g'].map((flag) => run('id', [flag, 'postgres'], { timeout: findMs })),
    );
    const [uid, gid] = ids.map(({ stdout }) => Number(stdout));
    return { uid: uid ?? 0, gid: gid ?? 0 };
  } catch {
    return 'none';
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
