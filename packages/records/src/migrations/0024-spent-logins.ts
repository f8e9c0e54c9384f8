import { sql, type Kysely } from 'kysely';

/** Login tokens that were used and logins that were ended, until they would have ended by themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // SHA-256 of what was signed.
  `CREATE TABLE records.spent_login (digest bytea PRIMARY KEY, ends_at timestamptz NOT NULL)`,
  `CREATE INDEX spent_login_ends_at ON records.spent_login (ends_at)`,
];
