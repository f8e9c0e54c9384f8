import { mkdir, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fillDataDir as fillDatabase } from '@personate/records/testing';

const models = resolve(import.meta.dirname, '../../../node_modules/.personate-test/models');

/** A data folder as a server leaves it that served nobody yet: what takes seconds to make is made once for all tests. */
export async function fillDataDir(dataDir: string): Promise<void> {
  await mkdir(models, { recursive: true });
  await fillDatabase(dataDir, true);
  await symlink(models, join(dataDir, 'models'));
}
