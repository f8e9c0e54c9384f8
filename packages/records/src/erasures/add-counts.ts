import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

export type Counts = Record<string, number>;

/** Adds to what the receipt tells; in the transaction of what it counts, so that a kill neither loses nor doubles it. */
export async function addCounts(
  trx: Kysely<Schema>,
  erasureId: string,
  counts: Counts,
): Promise<void> {
  await sql`
    UPDATE records.erasure SET removed = removed || (
      SELECT coalesce(jsonb_object_agg(key, coalesce((removed->>key)::int, 0) + value::int), '{}')
      FROM jsonb_each_text(${JSON.stringify(counts)}::jsonb))
    WHERE erasure_id = ${erasureId}::uuid`.execute(trx);
}
