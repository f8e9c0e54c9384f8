import {
  personaArchived,
  personaMissing,
  type SentSet,
  type TrainingRun,
} from '@personate/contracts';
import { sql, type Kysely, type UpdateObject } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import { promoteRun } from './promote-run.ts';
import { readRun } from './read-run.ts';
import {
  runColumns,
  runUnderWay,
  toRun,
  toWork,
  type RunError,
  type RunFiles,
  type RunWork,
  type Saved,
} from './training-run-rows.ts';

export type NewRunRow = Pick<
  TrainingRun,
  'runId' | 'personaId' | 'baseModel' | 'audience' | 'heldOutShare' | 'requestedBy'
>;

const inMs = (ms: number) =>
  sql<Date>`clock_timestamp() + ${ms}::float8 * interval '1 millisecond'`;
/** Files that an endpoint does not give up are not asked for for ever. */
const filesSoughtMs = 24 * 3_600_000;
const mostListed = 100;

/** Tuning runs; times are by the clock of the database. */
export class TrainingRunRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /**
   * An erasure archives the persona first, then ends its runs: it meets this one, or this one meets it.
   * @throws personaMissing; personaArchived; ExpectedError `training.under-way`.
   */
  async create(run: NewRunRow): Promise<TrainingRun> {
    return this.#db.transaction().execute(async (trx) => {
      const persona = await trx
        .selectFrom('records.persona')
        .select('status')
        .where('id', '=', run.personaId)
        .forShare()
        .executeTakeFirst();
      if (!persona) throw personaMissing(run.personaId);
      if (persona.status === 'archived') throw personaArchived(run.personaId);
      const row = await trx
        .insertInto('records.training_run')
        .values({
          run_id: run.runId,
          persona_id: run.personaId,
          base_model: run.baseModel,
          audience: run.audience,
          held_out_share: run.heldOutShare,
          requested_by: run.requestedBy,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning(runColumns)
        .executeTakeFirst();
      if (row === undefined) throw runUnderWay(run.personaId);
      return toRun(row);
    });
  }

  /** @throws ExpectedError `training.run-missing`. */
  async get(personaId: string, runId: string): Promise<TrainingRun> {
    return toRun(await readRun(this.#db, personaId, runId));
  }

  /** Newest first. */
  async list(personaId: string): Promise<TrainingRun[]> {
    const rows = await this.#db
      .selectFrom('records.training_run')
      .select(runColumns)
      .where('persona_id', '=', personaId)
      .orderBy('created_at', 'desc')
      .orderBy('run_id')
      .limit(mostListed)
      .execute();
    return rows.map(toRun);
  }

  /**
   * By which the persona speaks; null: by the server's.
   * @param to groups that whoever asks belongs to: a model that learnt what others alone may see does not speak to them
   */
  async servingModel(personaId: string, to?: readonly string[]): Promise<string | null> {
    const row = await this.#db
      .selectFrom('records.training_run')
      .select('tuned_model')
      .where('persona_id', '=', personaId)
      .where('serving', '=', true)
      .$if(to !== undefined, (query) => query.where(sql<boolean>`audience <@ ${to}::text[]`))
      .executeTakeFirst();
    return row?.tuned_model ?? null;
  }

  /** As `promoteRun`. */
  promote(personaId: string, runId: string): Promise<TrainingRun> {
    return this.#db.transaction().execute((trx) => promoteRun(trx, personaId, runId));
  }

  /** @returns the run whose model spoke for it; null where none did. */
  async drop(personaId: string): Promise<TrainingRun | null> {
    const row = await this.#db
      .updateTable('records.training_run')
      .set({ serving: false })
      .where('persona_id', '=', personaId)
      .where('serving', '=', true)
      .returning(runColumns)
      .executeTakeFirst();
    return row === undefined ? null : toRun(row);
  }

  /** Taken from whoever works on them, for they are to end: those under way, and those with files at the endpoint. */
  async takeAll(personaId: string): Promise<RunWork[]> {
    const rows = await this.#db
      .updateTable('records.training_run')
      .set({ attempt: sql`attempt + 1`, cancel_requested: true })
      .where('persona_id', '=', personaId)
      .where(sql<boolean>`(status IN ('queued', 'running') OR files <> '{}')`)
      .returning(runColumns)
      .execute();
    return rows.map(toWork);
  }

  /** One that has ended stays as it is. @throws ExpectedError `training.run-missing`. */
  async requestCancel(personaId: string, runId: string): Promise<TrainingRun> {
    await this.get(personaId, runId);
    await this.#db
      .updateTable('records.training_run')
      .set({ cancel_requested: true, due_at: inMs(0) })
      .where('run_id', '=', runId)
      .where('status', 'in', ['queued', 'running'])
      .execute();
    return this.get(personaId, runId);
  }

  /** The one that has waited longest, held for so long; null when none is due. */
  async take(options: { holdMs: number }): Promise<RunWork | null> {
    const row = await this.#db
      .updateTable('records.training_run')
      .set({ attempt: sql`attempt + 1`, due_at: inMs(options.holdMs) })
      .where(
        'run_id',
        '=',
        sql<string>`(SELECT run_id FROM records.training_run
          WHERE due_at <= clock_timestamp() AND (status IN ('queued', 'running')
            OR (files <> '{}' AND finished_at > ${inMs(-filesSoughtMs)}))
          ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)`,
      )
      .returning(runColumns)
      .executeTakeFirst();
    return row === undefined ? null : toWork(row);
  }

  /** False when another worker has it, or it is gone with its persona. */
  async hold(run: RunWork, holdMs: number): Promise<boolean> {
    const row = await mine(this.#db, run)
      .set({ due_at: inMs(holdMs) })
      .returning('run_id')
      .executeTakeFirst();
    return row !== undefined;
  }

  /**
   * What will be sent, before anything is: false where the persona's knowledge has moved since it was read, for an
   * erasure looks for the runs that hold a document before that moves.
   */
  async saveSet(run: RunWork, sent: SentSet, documentKeys: readonly string[]): Promise<boolean> {
    return this.#db.transaction().execute(async (trx) => {
      const { rows } = await sql`SELECT 1 FROM records.persona
        WHERE id = ${run.personaId} AND knowledge_revision = ${sent.knowledgeRevision} FOR SHARE`.execute(
        trx,
      );
      if (rows.length === 0) return false;
      const row = await mine(trx, run)
        .set({ sent: toJson(sent), document_keys: [...documentKeys] })
        .returning('run_id')
        .executeTakeFirst();
      return row !== undefined;
    });
  }

  saveFiles(run: RunWork, files: RunFiles): Promise<Saved> {
    return this.#goOn(run, { files: toJson(files) });
  }

  /** `gone` also where another worker has the run by now, with another job. */
  saveJob(run: RunWork, jobId: string): Promise<Saved> {
    const started_at = sql<Date>`clock_timestamp()`;
    return this.#goOn(run, { job_id: jobId, status: 'running', started_at }, jobId);
  }

  /** Looked at again then; `error` says what it waits for. What is absent stays as it is. */
  async putOff(
    run: RunWork,
    next: { inMs: number; progress?: string | null; error?: RunError | null },
  ): Promise<void> {
    await mine(this.#db, run)
      .set({
        due_at: inMs(next.inMs),
        ...(next.error === undefined
          ? {}
          : { error: next.error === null ? null : toJson(next.error) }),
        ...(next.progress === undefined ? {} : { progress: next.progress }),
      })
      .execute();
  }

  /** Its files are looked after at once. A run without a model forgets which documents it held. */
  async finish(
    run: RunWork,
    end:
      | { status: 'done'; tunedModel: string }
      | { status: 'failed' | 'cancelled'; error: RunError | null },
  ): Promise<void> {
    await mine(this.#db, run)
      .set({
        status: end.status,
        due_at: inMs(0),
        finished_at: sql<Date>`clock_timestamp()`,
        ...(end.status === 'done'
          ? { tuned_model: end.tunedModel, error: null }
          : {
              error: end.error === null ? null : toJson(end.error),
              document_keys: [],
            }),
      })
      .where('status', 'in', ['queued', 'running'])
      .execute();
  }

  async #goOn(
    run: RunWork,
    values: UpdateObject<Schema, 'records.training_run'>,
    jobId: string | null = null,
  ): Promise<Saved> {
    const row = await mine(this.#db, run)
      .set(values)
      .returning('cancel_requested')
      .executeTakeFirst();
    if (row !== undefined) return row.cancel_requested ? 'stop' : 'go-on';
    const other = await this.#db
      .selectFrom('records.training_run')
      .select('run_id')
      .where('run_id', '=', run.runId)
      .where('cancel_requested', '=', false)
      .where('finished_at', 'is', null)
      .$if(jobId !== null, (query) =>
        query.where(sql<boolean>`coalesce(job_id, ${jobId}) = ${jobId}`),
      )
      .executeTakeFirst();
    return other === undefined ? 'gone' : 'stop';
  }
}

function mine(db: Kysely<Schema>, { runId, attempt }: RunWork) {
  return db
    .updateTable('records.training_run')
    .where('run_id', '=', runId)
    .where('attempt', '=', attempt);
}
