import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

export interface ServiceInstance {
  instanceId: string;
  service: string;
  version: string;
  startedAt: Date;
  /** How long it was not heard of. */
  silentMs: number;
  /** How far its clock is ahead of the database's; behind when negative. */
  clockAheadMs: number;
}

const forgottenAfter = sql`clock_timestamp() - interval '1 day'`;
/** An integer of the database holds no more; a clock may be wrong by years. */
const mostAheadMs = 2 ** 31 - 1;

/** Which processes of a cluster run; each says so of itself. Times are by the clock of the database. */
export class InstanceRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** @param one.now by the process's own clock. Forgets those that were not heard of for a day. */
  async beat(one: {
    instanceId: string;
    service: string;
    version: string;
    now: Date;
  }): Promise<void> {
    const { instanceId, service, version, now } = one;
    const ahead = sql<number>`least(greatest(extract(epoch FROM ${now}::timestamptz - clock_timestamp()) * 1000,
      ${-mostAheadMs}::float8), ${mostAheadMs}::float8)::int`;
    await sql`
      INSERT INTO records.service_instance (instance_id, service, version, clock_ahead_ms)
      VALUES (${instanceId}, ${service}, ${version}, ${ahead})
      ON CONFLICT (instance_id) DO UPDATE
        SET seen_at = clock_timestamp(), clock_ahead_ms = excluded.clock_ahead_ms`.execute(
      this.#db,
    );
    await sql`DELETE FROM records.service_instance WHERE seen_at < ${forgottenAfter}`.execute(
      this.#db,
    );
  }

  /** One that ends as it should is not missed. */
  async leave(instanceId: string): Promise<void> {
    await this.#db
      .deleteFrom('records.service_instance')
      .where('instance_id', '=', instanceId)
      .execute();
  }

  async list(): Promise<ServiceInstance[]> {
    const { rows } = await sql<{
      instance_id: string;
      service: string;
      version: string;
      started_at: Date;
      silent_ms: number;
      clock_ahead_ms: number;
    }>`
      SELECT instance_id, service, version, started_at, clock_ahead_ms,
        (extract(epoch FROM clock_timestamp() - seen_at) * 1000)::float8 AS silent_ms
      FROM records.service_instance ORDER BY service, started_at, instance_id`.execute(this.#db);
    return rows.map((row) => ({
      instanceId: row.instance_id,
      service: row.service,
      version: row.version,
      startedAt: row.started_at,
      silentMs: row.silent_ms,
      clockAheadMs: row.clock_ahead_ms,
    }));
  }
}
