import { ExpectedError } from '@personate/contracts';
import { Migrator, sql, type Kysely } from 'kysely';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/**
 * Brings the records' schema up to date; safe to call from many processes at once. Forward only.
 * @throws ExpectedError `database.newer` where a newer version was at it: nothing is changed then.
 */
export async function migrateDatabase(kysely: Kysely<Schema>): Promise<void> {
  await missingMigrations(kysely);
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableSchema: 'records',
    // Parts of a release are written side by side: one with a smaller number may come later, and needs none after it.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error('migration failed', { cause: error });
}

/** Names of the migrations that were run, or null in a database without any. */
export async function migrationsRun(kysely: Kysely<Schema>): Promise<string[] | null> {
  const { rows: tables } = await sql<{ there: boolean }>`
    SELECT to_regclass('records.kysely_migration') IS NOT NULL AS there`.execute(kysely);
  if (tables[0]?.there !== true) return null;
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM records.kysely_migration`.execute(kysely);
  return rows.map(({ name }) => name);
}

/** What would be run, in order. @throws ExpectedError `database.newer`. */
export async function missingMigrations(kysely: Kysely<Schema>): Promise<string[]> {
  const run = (await migrationsRun(kysely)) ?? [];
  const unknown = run.filter((name) => !(name in migrations));
  if (unknown.length === 0) return Object.keys(migrations).filter((name) => !run.includes(name));
  throw new ExpectedError(
    'unprocessable',
    'database.newer',
    `The database was brought up to date by a newer version (${unknown.join(', ')}), which this one does not know. Nothing was changed.`,
    { fix: 'Run that version or a later one, or restore a backup of before the upgrade.' },
  );
}
