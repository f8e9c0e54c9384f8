import {
  taskCatalogue,
  taskErrorSchema,
  traceContextSchema,
  type TaskError,
  type TaskInput,
  type TaskKind,
  type TaskOutput,
  type TraceContext,
} from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';

export interface TakenTask<Kind extends TaskKind = TaskKind> {
  taskId: string;
  kind: Kind;
  input: TaskInput<Kind>;
  /** Counts takings; a worker that was taken for dead finishes nothing. */
  attempt: number;
  /** Since it was asked for. */
  waitedMs: number;
  /** Of whoever asked. */
  trace?: TraceContext | undefined;
}

export type TaskState<Kind extends TaskKind> =
  | { status: 'open' }
  | { status: 'done'; output: TaskOutput<Kind> }
  | { status: 'failed'; error: TaskError };

/** By kind, as it is written and as far as it is read here. */
const versions = toJson(
  Object.fromEntries(Object.entries(taskCatalogue).map(([kind, { version }]) => [kind, version])),
);

/** A worker that dies three times over a task would die over it again. */
const mostAttempts = 3;
const keptAfterEndMs = 3_600_000;

const inMs = (ms: number) =>
  sql<Date>`clock_timestamp() + ${ms}::float8 * interval '1 millisecond'`;

/** Asked by one process, done by another, both over the records; times are by the clock of the database. */
export class TaskRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  async create<Kind extends TaskKind>(
    kind: Kind,
    input: TaskInput<Kind>,
    options: { withinMs: number; trace?: TraceContext | undefined },
  ): Promise<string> {
    const parsed = taskCatalogue[kind].input.parse(input);
    const { task_id } = await this.#db
      .insertInto('records.task')
      .values({
        kind,
        persona_id: parsed.personaId,
        input: toJson({ ...parsed, v: taskCatalogue[kind].version }),
        ends_at: inMs(options.withinMs),
        trace: options.trace?.traceparent ?? null,
      })
      .returning('task_id')
      .executeTakeFirstOrThrow();
    return task_id;
  }

  /** A cancelled one, and one that is gone, counts as open: nobody who still asks sees either. */
  async state<Kind extends TaskKind>(kind: Kind, taskId: string): Promise<TaskState<Kind>> {
    const row = await this.#db
      .selectFrom('records.task')
      .select(['status', 'output', 'error'])
      .where('task_id', '=', taskId)
      .executeTakeFirst();
    if (row?.status === 'done') {
      return {
        status: 'done',
        output: taskCatalogue[kind].output.parse(row.output) as TaskOutput<Kind>,
      };
    }
    if (row?.status === 'failed')
      return { status: 'failed', error: taskErrorSchema.parse(row.error) };
    return { status: 'open' };
  }

  /** Nobody waits for it any more; one that is done stays so. */
  async cancel(taskId: string): Promise<void> {
    await this.#db
      .updateTable('records.task')
      .set({ status: 'cancelled' })
      .where('task_id', '=', taskId)
      .where('status', 'in', ['waiting', 'running'])
      .execute();
  }

  /**
   * The oldest that waits, or whose worker was not heard of; null when there is none. What a newer release asks in a
   * way that this one does not know is left to a worker of that release.
   */
  async take(options: { holdMs: number }): Promise<TakenTask | null> {
    const { rows } = await sql<{
      task_id: string;
      kind: TaskKind;
      input: unknown;
      attempt: number;
      trace: string | null;
      waited_ms: number;
    }>`
      UPDATE records.task SET status = 'running', attempt = attempt + 1, held_until = ${inMs(options.holdMs)}
      WHERE task_id = (
        SELECT task_id FROM records.task
        WHERE (status = 'waiting' OR (status = 'running' AND held_until < clock_timestamp()))
          AND ends_at > clock_timestamp() AND attempt < ${mostAttempts}
          -- No cast of what may be anything: one row would keep all others waiting.
          AND coalesce(input->'v', '1') <= ${versions}::jsonb->kind
          AND jsonb_typeof(coalesce(input->'v', '1')) = 'number'
        ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED
      )
      RETURNING task_id, kind, input, attempt, trace,
        (extract(epoch FROM clock_timestamp() - created_at) * 1000)::float8 AS waited_ms`.execute(
      this.#db,
    );
    const row = rows[0];
    if (row === undefined) return null;
    const { task_id: taskId, kind, attempt } = row;
    const input = taskCatalogue[kind].input.safeParse(row.input);
    if (input.success) {
      const waitedMs = Math.max(0, row.waited_ms);
      const trace = traceContextSchema.safeParse({ traceparent: row.trace }).data;
      return { taskId, kind, input: input.data, attempt, waitedMs, trace };
    }
    await this.fail({ taskId, attempt }, notUnderstood(kind));
    return null;
  }

  /** Those that somebody still waits for, and how long the oldest of them that nobody does yet has waited. */
  async backlog(): Promise<{ waiting: number; active: number; oldestMs: number }> {
    const { rows } = await sql<{ waiting: string; active: string; oldest_ms: number | null }>`
      SELECT count(*) FILTER (WHERE status = 'waiting') AS waiting,
        count(*) FILTER (WHERE status = 'running') AS active,
        (extract(epoch FROM clock_timestamp() - min(created_at) FILTER (WHERE status = 'waiting')) * 1000)::float8
          AS oldest_ms
      FROM records.task WHERE status IN ('waiting', 'running') AND ends_at > clock_timestamp()`.execute(
      this.#db,
    );
    const { waiting = '0', active = '0', oldest_ms: oldestMs = 0 } = rows[0] ?? {};
    return { waiting: Number(waiting), active: Number(active), oldestMs: oldestMs ?? 0 };
  }

  /** False when nobody waits for it any more, or another worker has it. */
  async hold(task: Pick<TakenTask, 'taskId' | 'attempt'>, holdMs: number): Promise<boolean> {
    const row = await this.#mine(task)
      .set({ held_until: inMs(holdMs) })
      .returning('task_id')
      .executeTakeFirst();
    return row !== undefined;
  }

  async finish(task: TakenTask, output: unknown): Promise<void> {
    const parsed = taskCatalogue[task.kind].output.parse(output);
    await this.#mine(task)
      .set({ status: 'done', output: toJson(parsed) })
      .execute();
  }

  async fail(task: Pick<TakenTask, 'taskId' | 'attempt'>, error: TaskError): Promise<void> {
    await this.#mine(task)
      .set({ status: 'failed', error: toJson(error) })
      .execute();
  }

  /** Deletes those that ended an hour ago: whoever asked has long been told. @returns how many. */
  async sweep(): Promise<number> {
    const result = await this.#db
      .deleteFrom('records.task')
      .where('ends_at', '<', inMs(-keptAfterEndMs))
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  }

  #mine(task: Pick<TakenTask, 'taskId' | 'attempt'>) {
    return this.#db
      .updateTable('records.task')
      .where('task_id', '=', task.taskId)
      .where('attempt', '=', task.attempt)
      .where('status', '=', 'running');
  }
}

/** Whoever asked hears of it at once. */
const notUnderstood = (kind: TaskKind): TaskError => ({
  kind: 'unavailable',
  code: 'task.not-understood',
  message: `Ingestion does not understand how it was asked for "${kind}".`,
  fix: 'Gateway and ingestion are of releases too far apart: bring both to the same one.',
});
