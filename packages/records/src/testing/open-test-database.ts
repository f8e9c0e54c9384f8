import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../open-database.ts';
import { fillDataDir } from './embedded-template.ts';

export interface TestDatabaseOptions {
  /** False for a database as it is before any migration. */
  migrate?: boolean;
  /** See DatabaseOptions. */
  idleInTransactionMs?: number;
}

/** A new embedded database in a folder of its own, which goes when it is closed. */
export async function openTestDatabase({
  migrate = true,
  ...options
}: TestDatabaseOptions = {}): Promise<Database> {
  const dataDir = await mkdtemp(join(tmpdir(), 'personate-database-'));
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    await fillDataDir(dataDir, migrate);
    const database = await openDatabase({ kind: 'embedded', dataDir, migrate, ...options });
    const close = async () => {
      await database.close();
      await remove();
    };
    return { ...database, close };
  } catch (error) {
    await remove();
    throw error;
  }
}
