import { ExpectedError } from '@personate/contracts';
import { createHash, randomBytes } from 'node:crypto';
import { access, constants, mkdir, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askClaim } from './ask-claim.ts';
import { checkDataDir } from './data-dir-version.ts';

export interface DataDirLock extends AsyncDisposable {
  readonly dataDir: string;
}

/** Unix sockets' paths end at 104 (macOS) or 108 bytes (Linux). */
const maxPathBytes = 100;
const settleMs = 10_000;

/**
 * Takes the data folder for this process; the kernel lets go of it with the process, however that ends.
 *
 * Every process binds a socket of a name of its own, first, and only then looks at the others': of two at the same
 * moment at least one sees the other. A name is never used twice, so removing a dead one can hit nobody.
 * @throws ExpectedError `data.locked`, and those of checkDataDir.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  await checkDataDir(dataDir);
  await makeFolder(dataDir);
  const folder = await socketFolder(dataDir);
  const name = `lock.${randomBytes(8).toString('hex')}`;
  const state = { held: false };
  const server = await bind(join(folder, name.replace('lock', 'claim')), () =>
    state.held ? 'held\n' : `${name}\n`,
  );
  // A socket is connectable a moment after it is bound: it gets the name that others look for only then.
  await rename(join(folder, name.replace('lock', 'claim')), join(folder, name));
  const release = async () => {
    server.close();
    await rm(join(folder, name), { force: true });
  };
  if (!(await outlastOthers(folder, name))) {
    await release();
    throw locked(dataDir);
  }
  state.held = true;
  return { dataDir, [Symbol.asyncDispose]: release };
}

/** Whether nobody else has it. Of two who claim it at once, the smaller name waits for the greater to give up. */
async function outlastOthers(folder: string, own: string): Promise<boolean> {
  const deadline = Date.now() + settleMs;
  for (;;) {
    const others = (await readdir(folder)).filter(
      (name) => name.startsWith('lock.') && name !== own,
    );
    let waiting = false;
    for (const other of others) {
      const answer = await askClaim(join(folder, other));
      if (answer === 'dead') await rm(join(folder, other), { force: true });
      else if (answer === 'held') return false;
      else if (answer === 'leaving' || answer > own) waiting = true;
      else return false;
    }
    if (!waiting) return true;
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new ExpectedError(
      'forbidden',
      'data.not-writable',
      `The data folder ${dataDir} cannot be written.`,
      {
        fix: 'Give this user the right to write there, or name another folder in PERSONATE_DATA_DIR.',
        cause: error,
      },
    );
  }
}

async function socketFolder(dataDir: string): Promise<string> {
  const inside = join(await realpath(dataDir), '.lock');
  const fits = Buffer.byteLength(join(inside, 'claim.0123456789abcdef')) <= maxPathBytes;
  const hash = createHash('sha256').update(inside).digest('hex').slice(0, 16);
  const folder = fits ? inside : join(tmpdir(), `personate-${hash}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const owner = (await stat(folder)).uid;
  if (process.getuid && owner !== process.getuid() && process.getuid() !== 0) throw locked(dataDir);
  return folder;
}

function bind(path: string, answer: () => string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(answer());
    });
    server.once('error', reject);
    server.listen({ path }, () => {
      server.unref();
      resolve(server);
    });
  });
}

function locked(dataDir: string): ExpectedError {
  return new ExpectedError(
    'conflict',
    'data.locked',
    `Another process uses the data folder ${dataDir}.`,
    {
      fix: 'Stop the other one, or give this one a folder of its own with PERSONATE_DATA_DIR.',
    },
  );
}
