import { ExpectedError } from '@personate/contracts';
import { open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { embeddedPostgresMajor } from './open-pglite.ts';

/** Layout of the data folder that this build reads and writes. */
const format = 1;

const versionSchema = z.object({
  format: z.literal(format),
  postgres: z.literal(embeddedPostgresMajor),
  /** `initialising` until the database's first files are whole. */
  state: z.enum(['initialising', 'ready']),
});

/** What may stand in a folder before the database does: it is made by the same start, or by the system. */
const beforehand = /^(\.lock|VERSION\.half|admin\.key.*|logs|.*\.log|\.DS_Store|lost\+found)$/;

export type DataDirState = 'new' | 'initialising' | 'ready';

/**
 * Looks, and touches nothing.
 * @throws ExpectedError `data.version-unknown`, `data.folder-not-ours`, `data.not-a-folder`.
 */
export async function checkDataDir(dataDir: string): Promise<DataDirState> {
  const text = await readFile(join(dataDir, 'VERSION'), 'utf8').catch(unlessAbsent);
  if (text === null) {
    const strange = (await namesIn(dataDir)).filter((name) => !beforehand.test(name));
    if (strange.length === 0) return 'new';
    throw new ExpectedError(
      'unprocessable',
      'data.folder-not-ours',
      `The folder ${dataDir} holds other things (${strange.slice(0, 3).join(', ')}), and no VERSION file of Personate.`,
      { fix: 'Name an empty folder, or one that does not exist yet, in PERSONATE_DATA_DIR.' },
    );
  }
  const version = versionSchema.safeParse(parsed(text));
  if (version.success) return version.data.state;
  throw new ExpectedError(
    'unprocessable',
    'data.version-unknown',
    `The data folder ${dataDir} was written by another version of Personate (${text.trim().slice(0, 200)}); this one reads format ${format} with Postgres ${embeddedPostgresMajor}. Nothing was touched.`,
    {
      fix: 'Start it with the version that wrote it, export what you need, and import that into a new folder.',
    },
  );
}

/** Whole or not at all: written beside, flushed, renamed. */
export async function writeDataDirVersion(
  dataDir: string,
  state: Exclude<DataDirState, 'new'>,
): Promise<void> {
  const half = join(dataDir, 'VERSION.half');
  const file = await open(half, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ format, postgres: embeddedPostgresMajor, state })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(half, join(dataDir, 'VERSION'));
}

async function namesIn(dataDir: string): Promise<string[]> {
  const names = await readdir(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTDIR') return unlessAbsent(error);
    throw new ExpectedError('invalid', 'data.not-a-folder', `${dataDir} is not a folder.`, {
      fix: 'Name a folder in PERSONATE_DATA_DIR.',
    });
  });
  return names ?? [];
}

function unlessAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
