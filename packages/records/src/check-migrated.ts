import { ExpectedError } from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/**
 * For services that may not change the schema. One that is newer than they are is fine: during a rolling upgrade old
 * services run on it.
 *
 * @throws ExpectedError `database.not-migrated`
 */
export async function checkMigrated(kysely: Kysely<Schema>): Promise<void> {
  const { rows: tables } = await sql<{ there: boolean }>`
    SELECT to_regclass('records.kysely_migration') IS NOT NULL AS there`.execute(kysely);
  const done = new Set<string>();
  if (tables[0]?.there === true) {
    const { rows } = await sql<{ name: string }>`
      SELECT name FROM records.kysely_migration`.execute(kysely);
    for (const { name } of rows) done.add(name);
  }
  const missing = Object.keys(migrations).filter((name) => !done.has(name));
  if (missing.length === 0) return;
  throw new ExpectedError(
    'unavailable',
    'database.not-migrated',
    `The database lacks ${missing.length} of this version's migrations (${missing[0]} …).`,
    { fix: 'Run the migrate step of this version first: `docker compose run --rm migrate`.' },
  );
}
