import type { PGlite } from '@electric-sql/pglite';
import type { Backend, DatabaseOptions } from '../open-database.ts';
import { rollBackOnRelease } from '../roll-back-on-release.ts';
import { embeddedPool } from './embedded-pool.ts';
import { EmbeddedSession } from './embedded-session.ts';
import { lockDataDir } from './lock-data-dir.ts';
import { maintainEmbedded } from './maintain-embedded.ts';
import { openDataDir } from './open-data-dir.ts';

export async function openEmbedded(
  options: Extract<DatabaseOptions, { kind: 'embedded' }>,
): Promise<Backend> {
  const { pglite, unlock } = await boot(options);
  const session = new EmbeddedSession(pglite, {
    idleInTransactionMs: options.idleInTransactionMs ?? 30_000,
  });
  return {
    kind: 'embedded',
    pool: (searchPath) => rollBackOnRelease(embeddedPool(session, searchPath)),
    maintain: maintainEmbedded,
    async close() {
      session.close();
      await pglite.close();
      await unlock();
    },
  };
}

async function boot(
  options: Extract<DatabaseOptions, { kind: 'embedded' }>,
): Promise<{ pglite: PGlite; unlock: () => Promise<void> }> {
  const own = options.lock ? null : await lockDataDir(options.dataDir);
  const unlock = async () => {
    await own?.[Symbol.asyncDispose]();
  };
  try {
    return { pglite: await openDataDir(options.dataDir), unlock };
  } catch (error) {
    await unlock();
    throw error;
  }
}
