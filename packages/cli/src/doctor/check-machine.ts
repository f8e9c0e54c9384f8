import { access, constants, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Io } from '../io.ts';
import { formatBytes } from '../output/format.ts';
import { dataFolders } from '../server/find-server.ts';
import { fail, ok, warn, type Check } from './check.ts';

const scarceBytes = 1024 ** 3;
const tooFewBytes = 200 * 1024 ** 2;

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? ok('node', `Node ${version}`)
    : fail('node', `Node ${version} is too old.`, 'Install Node 20.19 or newer.');
}

/** The data folder, as far as this user sees it: there, writable, its key for nobody else. */
export async function checkDataFolder(io: Pick<Io, 'settings' | 'cwd' | 'root'>): Promise<Check[]> {
  const folders = dataFolders(io);
  for (const folder of folders) {
    const found = await stat(folder).catch(() => null);
    if (found?.isDirectory() !== true) continue;
    return [await checkWritable(folder), await checkKeyFile(folder), await checkSpace(folder)];
  }
  return [
    warn(
      'data-folder',
      `There is no ${folders.join(' or ')}.`,
      'Start the server with `npm start`, or set PERSONATE_DATA_DIR to its folder; a server elsewhere needs none here.',
    ),
  ];
}

async function checkWritable(folder: string): Promise<Check> {
  const may = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  return may
    ? ok('data-folder', folder)
    : fail(
        'data-folder',
        `${folder} cannot be written.`,
        'Give it to the user who starts the server (`chown -R`).',
      );
}

async function checkKeyFile(folder: string): Promise<Check> {
  const file = join(folder, 'admin.key');
  const found = await stat(file).catch(() => null);
  if (found === null)
    return warn(
      'admin-key',
      `There is no ${file}.`,
      'The server makes it at its first start, unless PERSONATE_ADMIN_KEY is set.',
    );
  return (found.mode & 0o077) === 0
    ? ok('admin-key', `${file}, for its owner alone`)
    : fail('admin-key', `${file} can be read by others.`, `Run \`chmod 600 ${file}\`.`);
}

async function checkSpace(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const message = `${formatBytes(free)} free on the data folder’s disk`;
  if (free >= scarceBytes) return ok('disk', message);
  const fix = 'Free some space, or move PERSONATE_DATA_DIR to another disk.';
  return free < tooFewBytes ? fail('disk', `${message}.`, fix) : warn('disk', `${message}.`, fix);
}
