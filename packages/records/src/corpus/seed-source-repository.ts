import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Which files of a persona's folder were read, and by which ingestion. */
export class SeedSourceRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The ingestion that read this source in this state, unless it failed or was cancelled. */
  async readBy(personaId: string, path: string, stamp: string): Promise<string | null> {
    const { rows } = await sql<{ ingestion_id: string }>`
      select s.ingestion_id from corpus.seed_source s
      join records.ingestion_job j on j.ingestion_id = s.ingestion_id
      where s.persona_id = ${personaId} and s.path = ${path} and s.stamp = ${stamp}
        and j.status in ('queued', 'running', 'done')`.execute(this.#db);
    return rows[0]?.ingestion_id ?? null;
  }

  async remember(source: {
    personaId: string;
    path: string;
    stamp: string;
    ingestionId: string;
  }): Promise<void> {
    await sql`
      insert into corpus.seed_source (persona_id, path, stamp, ingestion_id)
      values (${source.personaId}, ${source.path}, ${source.stamp}, ${source.ingestionId}::uuid)
      on conflict (persona_id, path) do update set stamp = excluded.stamp, ingestion_id = excluded.ingestion_id`.execute(
      this.#db,
    );
  }
}
