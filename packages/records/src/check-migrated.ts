import { ExpectedError } from '@personate/contracts';
import type { Kysely } from 'kysely';
import { migrationsRun } from './migrate-database.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/**
 * For services that may not change the schema. One that is newer than they are is fine: during a rolling upgrade old
 * services run on it.
 *
 * @throws ExpectedError `database.not-migrated`, `database.move-unfinished`
 */
export async function checkMigrated(kysely: Kysely<Schema>): Promise<void> {
  const done = new Set(await migrationsRun(kysely));
  const missing = Object.keys(migrations).filter((name) => !done.has(name));
  if (missing.length === 0) return checkWhole(kysely);
  throw new ExpectedError(
    'unavailable',
    'database.not-migrated',
    `The database lacks ${missing.length} of this version's migrations (${missing[0]} …).`,
    { fix: 'Run the migrate step of this version first: `docker compose run --rm migrate`.' },
  );
}

/** Half of what came from another installation is not to be served: a move that is gone on with would miss what changed. */
async function checkWhole(kysely: Kysely<Schema>): Promise<void> {
  const half = await kysely
    .selectFrom('records.move')
    .select('move_id')
    .where('direction', '=', 'in')
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  if (half === undefined) return;
  throw new ExpectedError(
    'unavailable',
    'database.move-unfinished',
    'The database holds half of an installation that is being moved to it.',
    { fix: 'Run the same `personate move` again: it goes on where it stopped.' },
  );
}
