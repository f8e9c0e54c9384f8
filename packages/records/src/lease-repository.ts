import { sql, type Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Held by one at a time; `token` grows with every holder, so that a late one can be told. */
export interface Lease {
  name: string;
  token: number;
}

/** Locks with an end, by the clock of the database: no two processes have to agree on the time. */
export class LeaseRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** null when somebody else holds it. */
  async take(name: string, ttlMs: number): Promise<Lease | null> {
    const { rows } = await sql<{ token: string }>`
      INSERT INTO records.lease (name, owner, token, expires_at)
      VALUES (${name}, gen_random_uuid(), 1, ${end(ttlMs)})
      ON CONFLICT (name) DO UPDATE
        SET owner = excluded.owner, token = records.lease.token + 1, expires_at = excluded.expires_at
        WHERE records.lease.owner IS NULL OR records.lease.expires_at <= clock_timestamp()
      RETURNING token`.execute(this.#db);
    return rows[0] ? { name, token: Number(rows[0].token) } : null;
  }

  /** false when it was lost. One that has run out is still its last holder's until another takes it. */
  async renew(lease: Lease, ttlMs: number): Promise<boolean> {
    const row = await this.#db
      .updateTable('records.lease')
      .set({ expires_at: end(ttlMs) })
      .where('name', '=', lease.name)
      .where('token', '=', String(lease.token))
      .where('owner', 'is not', null)
      .returning('name')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Nothing happens when it was lost. The row stays, so that tokens only grow. */
  async release(lease: Lease): Promise<void> {
    await this.#db
      .updateTable('records.lease')
      .set({ owner: null })
      .where('name', '=', lease.name)
      .where('token', '=', String(lease.token))
      .execute();
  }
}

/** Whether the lease is still held under this token; nobody can take it before the transaction ends. */
export async function holdsLease(trx: Kysely<Schema>, lease: Lease): Promise<boolean> {
  const row = await trx
    .selectFrom('records.lease')
    .select('name')
    .where('name', '=', lease.name)
    .where('token', '=', String(lease.token))
    .where('owner', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

function end(ttlMs: number) {
  return sql<Date>`clock_timestamp() + ${ttlMs}::float8 * interval '1 millisecond'`;
}
