import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

const lockOfUsers = 727_364_003;
const key = (userId: string) => sql`hashtextextended(${userId}, ${lockOfUsers})`;

/** Until the transaction ends nobody stores a turn of the user; whoever was about to is waited for. */
export async function holdUser(trx: Kysely<Schema>, userId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${key(userId)})`.execute(trx);
}

/**
 * Whether the user was erased since then. What was asked before is not stored after: it would come back with the
 * answer that was being given. Until the transaction ends no erasure of the user begins.
 */
export async function userErasedSince(
  trx: Kysely<Schema>,
  { userId, since }: { userId: string; since: string },
): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock_shared(${key(userId)})`.execute(trx);
  const { rows } = await sql`
    SELECT 1 FROM records.erasure
    WHERE scope = 'user' AND requested_at >= ${since}::timestamptz
      AND digest = encode(sha256(convert_to(salt || ${userId}, 'UTF8')), 'hex')
    LIMIT 1`.execute(trx);
  return rows.length > 0;
}
