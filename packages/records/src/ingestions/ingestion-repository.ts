import { randomUUID } from 'node:crypto';
import {
  personaMissing,
  type IngestionJob,
  type IngestionOptions,
  type IngestionReport,
} from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import { isUuid } from '../is-uuid.ts';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import {
  readableJob,
  toIngestionJob,
  toIngestionWork,
  type IngestionRecord,
} from './ingestion-rows.ts';

const firstReadingSeconds = 15 * 60;
const unfinished = ['queued', 'running'] as const;

/** Ingestions: what is asked for, how far it has come, what became of it. One that has ended never changes again. */
export class IngestionRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /**
   * @param job with the upload's `blobId` and the hash that it had when it came, or a `path` that the server itself may
   * read. @throws personaMissing
   */
  async create(
    job: { personaId: string; options: IngestionOptions; fileName: string } & (
      | { blobId: string; sha256?: string | undefined }
      | { path: string }
    ),
  ): Promise<IngestionJob> {
    const progress = { phase: 'queued', documents: 0, passages: 0 };
    const row = await this.#db
      .insertInto('records.ingestion_job')
      .columns([
        'ingestion_id',
        'persona_id',
        'options',
        'file_name',
        'blob_id',
        'path',
        'sha256',
        'progress',
      ])
      .expression((eb) =>
        eb
          .selectFrom('records.persona')
          .select([
            sql.val(randomUUID()).as('ingestion_id'),
            'id',
            sql`${toJson(job.options)}::jsonb`.as('options'),
            sql.val(job.fileName).as('file_name'),
            sql.val('blobId' in job ? job.blobId : null).as('blob_id'),
            sql.val('path' in job ? job.path : null).as('path'),
            sql.val('sha256' in job ? (job.sha256 ?? null) : null).as('sha256'),
            sql`${toJson(progress)}::jsonb`.as('progress'),
          ])
          .where('id', '=', job.personaId),
      )
      .returningAll()
      .executeTakeFirst();
    if (!row) throw personaMissing(job.personaId);
    return toIngestionJob(row);
  }

  /** null when there is none that can be read. */
  async get(ingestionId: string): Promise<IngestionJob | null> {
    const row = await this.#row(ingestionId);
    return row === undefined ? null : readableJob(row);
  }

  /** The job as its worker needs it; null when there is none. Throws where it cannot be read. */
  async work(ingestionId: string): Promise<IngestionRecord | null> {
    const row = await this.#row(ingestionId);
    return row ? toIngestionWork(row) : null;
  }

  /** Newest first, without those that cannot be read: one of them must not hide the others. */
  async list(personaId: string, page: { limit: number } = { limit: 50 }): Promise<IngestionJob[]> {
    const rows = await this.#db
      .selectFrom('records.ingestion_job')
      .selectAll()
      .where('persona_id', '=', personaId)
      .orderBy('number', 'desc')
      .limit(page.limit)
      .execute();
    return rows.flatMap((row) => readableJob(row) ?? []);
  }

  /** Unfinished ones of the persona, oldest first. */
  async unfinished(personaId: string): Promise<string[]> {
    return (await this.#unfinished())
      .filter((row) => row.persona_id === personaId)
      .map((row) => row.ingestion_id);
  }

  /** Unfinished ones of every persona, oldest first; their uploads are still needed. */
  async listUnfinished(): Promise<
    Array<{ ingestionId: string; personaId: string; blobId: string | null }>
  > {
    return (await this.#unfinished()).map((row) => ({
      ingestionId: row.ingestion_id,
      personaId: row.persona_id,
      blobId: row.blob_id,
    }));
  }

  /**
   * Whether what the persona was first made of is being read (`reading`: some of it unfinished, and none of that asked
   * for after an earlier one had been done), has been (`read`), or was never asked for (`none`). What was only tried
   * makes nothing, and nobody waits for ever: after a quarter of an hour what has been read by then has to do.
   */
  async firstReading(personaId: string): Promise<'none' | 'reading' | 'read'> {
    const { waiting, fresh, done } = await this.#db
      .selectFrom('records.ingestion_job')
      .select((eb) => [
        eb.fn.min('created_at').filterWhere('status', 'in', unfinished).as('waiting'),
        // By the clock that wrote it.
        sql<Date>`now() - make_interval(secs => ${firstReadingSeconds})`.as('fresh'),
        eb.fn.min('finished_at').filterWhere('status', '=', 'done').as('done'),
      ])
      .where('persona_id', '=', personaId)
      .where(sql<boolean>`options->'dryRun' IS DISTINCT FROM 'true'::jsonb`)
      .executeTakeFirstOrThrow();
    const isFresh = waiting !== null && waiting > fresh;
    if (isFresh && (done === null || waiting <= done)) return 'reading';
    return done === null ? 'none' : 'read';
  }

  async personasWithWork(): Promise<string[]> {
    return [...new Set((await this.#unfinished()).map((row) => row.persona_id))];
  }

  /** Marks it running and counts the attempt. @returns null when it is already finished or cancelled. */
  async start(ingestionId: string): Promise<{ attempt: number } | null> {
    const row = await this.#open(ingestionId)
      .set({
        status: 'running',
        attempt: sql<number>`attempt + 1`,
        started_at: sql<Date>`coalesce(started_at, now())`,
      })
      .returning('attempt')
      .executeTakeFirst();
    return row ?? null;
  }

  /** The try that has just ended does not count against it. */
  async excuse(ingestionId: string): Promise<void> {
    await this.#open(ingestionId)
      .set({ excused: sql<number>`excused + 1` })
      .execute();
  }

  async progress(ingestionId: string, progress: IngestionJob['progress']): Promise<void> {
    await this.#open(ingestionId)
      .set({ progress: toJson(progress) })
      .execute();
  }

  /** Counts passages that had to be embedded, over all attempts; in the caller's transaction, if it is given. */
  async addEmbedded(
    ingestionId: string,
    passages: number,
    trx: Kysely<Schema> = this.#db,
  ): Promise<void> {
    await trx
      .updateTable('records.ingestion_job')
      .set({ embedded: sql<number>`embedded + ${passages}::int` })
      .where('ingestion_id', '=', ingestionId)
      .execute();
  }

  async finish(
    ingestionId: string,
    status: 'done' | 'cancelled',
    report: IngestionReport,
  ): Promise<void> {
    await this.#open(ingestionId)
      .set({
        status,
        report: toJson(report),
        progress: sql<string>`progress || '{"phase": "done"}'::jsonb`,
        finished_at: sql<Date>`now()`,
      })
      .execute();
  }

  async fail(
    ingestionId: string,
    error: { code: string; message: string; fix: string },
  ): Promise<void> {
    await this.#open(ingestionId)
      .set({ status: 'failed', error: toJson(error), finished_at: sql<Date>`now()` })
      .execute();
  }

  /** One that waits is cancelled at once; a running one is asked to stop; one that has ended stays as it is. */
  async requestCancel(ingestionId: string): Promise<void> {
    if (!isUuid(ingestionId)) return;
    await this.#open(ingestionId)
      .set({
        cancel_requested: true,
        status: sql<'cancelled'>`CASE status WHEN 'queued' THEN 'cancelled' ELSE status END`,
        finished_at: sql<Date>`CASE status WHEN 'queued' THEN now() END`,
      })
      .execute();
  }

  async cancelRequested(ingestionId: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('records.ingestion_job')
      .select('cancel_requested')
      .where('ingestion_id', '=', ingestionId)
      .executeTakeFirst();
    return row?.cancel_requested ?? false;
  }

  async #row(ingestionId: string) {
    if (!isUuid(ingestionId)) return undefined;
    return this.#db
      .selectFrom('records.ingestion_job')
      .selectAll()
      .where('ingestion_id', '=', ingestionId)
      .executeTakeFirst();
  }

  #open(ingestionId: string) {
    return this.#db
      .updateTable('records.ingestion_job')
      .where('ingestion_id', '=', ingestionId)
      .where('status', 'in', unfinished);
  }

  #unfinished() {
    return this.#db
      .selectFrom('records.ingestion_job')
      .select(['ingestion_id', 'persona_id', 'blob_id'])
      .where('status', 'in', unfinished)
      .orderBy('number')
      .execute();
  }
}
