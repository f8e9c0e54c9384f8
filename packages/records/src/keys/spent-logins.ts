import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** Kept as a hash: who reads the table learns no login. */
const digestOf = (login: string): Buffer => createHash('sha256').update(login).digest();

/**
 * Writes down that a login token was used, a login ended, or an upload taken; it is forgotten once it would have ended
 * anyway.
 * @returns false where that was written down before, by whichever process
 */
export async function spendLogin(
  db: Kysely<Schema>,
  { login, endsAt }: { login: string; endsAt: Date },
): Promise<boolean> {
  await sql`DELETE FROM records.spent_login WHERE ends_at < now()`.execute(db);
  const { rows } = await sql`
    INSERT INTO records.spent_login (digest, ends_at) VALUES (${digestOf(login)}, ${endsAt})
    ON CONFLICT DO NOTHING RETURNING 1`.execute(db);
  return rows.length > 0;
}

export async function isLoginSpent(db: Kysely<Schema>, login: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM records.spent_login WHERE digest = ${digestOf(login)}`.execute(db);
  return rows.length > 0;
}
