import { beginMove, type MoveEnds } from './begin-move.ts';
import { copyTable } from './copy-table.ts';
import { digestTable } from './digest-table.ts';
import { moveDiffers, workUnfinished } from './move-errors.ts';
import { readShapes, type TableShape } from './table-shape.ts';

export interface MoveRecordsInput {
  /** Begins from nothing where an earlier move did not end. */
  anew: boolean;
  /** Called when all rows are there, before the move counts as done: what else belongs to them. */
  beside(): Promise<void>;
  onProgress(progress: { table: string; rows: number; of: number }): void;
  signal: AbortSignal;
}

export interface MovedRecords {
  moveId: string;
  isResumed: boolean;
  /** Counted and compared in both databases. */
  tables: Array<{ table: string; rows: number }>;
}

/**
 * Takes the records and the corpus of one database into another one that is empty, both at this version's schema.
 * Stopped or killed anywhere, the next call goes on; until it is done, no service starts on the target.
 *
 * @throws ExpectedError `move.*`.
 */
export async function moveRecords(ends: MoveEnds, input: MoveRecordsInput): Promise<MovedRecords> {
  const { source, target } = ends;
  const pools = { source: source.pool, target: target.pool };
  const tables = await readShapes(source.pool);
  await requireWorkDone(ends);
  const { moveId, progress, isResumed } = await beginMove(ends, { tables, anew: input.anew });
  for (const table of tables) {
    const after = progress[table.name];
    if (after === null) continue;
    const of = await countRows(source.pool, table);
    let rows = after === undefined ? 0 : await countRows(target.pool, table);
    await copyTable(pools, {
      moveId,
      table,
      after: after === undefined ? null : JSON.stringify(after),
      signal: input.signal,
      onRows(more) {
        rows += more;
        input.onProgress({ table: table.name, rows, of });
      },
    });
  }
  for (const table of tables) await settleIdentities(target.pool, table);
  const moved = await compare(pools, tables, input.signal);
  await input.beside();
  await target.pool.query(`analyze ${tables.map(({ name }) => name).join(', ')}`);
  for (const { pool } of [target, source])
    await pool.query('update records.move set finished_at = now() where move_id = $1::uuid', [
      moveId,
    ]);
  return { moveId, isResumed, tables: moved };
}

/** What would come, without touching anything. @throws ExpectedError `move.work-unfinished`. */
export async function countMovable({
  source,
}: Pick<MoveEnds, 'source'>): Promise<MovedRecords['tables']> {
  await requireWorkDone({ source });
  const counts: MovedRecords['tables'] = [];
  for (const table of await readShapes(source.pool))
    counts.push({ table: table.name, rows: await countRows(source.pool, table) });
  return counts;
}

type Pools = { source: MoveEnds['source']['pool']; target: MoveEnds['source']['pool'] };

async function countRows(pool: Pools['source'], { name, only }: TableShape): Promise<number> {
  const { rows } = await pool.query<{ n: string }>(
    `select count(*)::text as n from ${name} t where ${only}`,
  );
  return Number(rows[0]?.n ?? 0);
}

/** An upload comes along; a file of this machine does not. */
async function requireWorkDone({ source }: Pick<MoveEnds, 'source'>): Promise<void> {
  const { rows } = await source.pool.query<{ n: number }>(
    `select count(*)::int as n from records.ingestion_job
     where status in ('queued', 'running') and path is not null`,
  );
  if ((rows[0]?.n ?? 0) > 0) throw workUnfinished(rows[0]?.n ?? 0);
}

/** What is added later is numbered after what came. */
async function settleIdentities(pool: Pools['target'], table: TableShape): Promise<void> {
  for (const column of table.identities)
    await pool.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max("${column}"), 1), max("${column}") is not null)
       from ${table.name}`,
      [table.name, column],
    );
}

async function compare(
  pools: Pools,
  tables: readonly TableShape[],
  signal: AbortSignal,
): Promise<MovedRecords['tables']> {
  const differing: string[] = [];
  const same: MovedRecords['tables'] = [];
  for (const table of tables) {
    signal.throwIfAborted();
    const [there, here] = await Promise.all(
      [pools.source, pools.target].map((pool) => digestTable(pool, table)),
    );
    if (there?.rows === here?.rows && there?.digest === here?.digest)
      same.push({ table: table.name, rows: here?.rows ?? 0 });
    else differing.push(`${table.name} (${here?.rows} of ${there?.rows} rows)`);
  }
  if (differing.length > 0) throw moveDiffers(differing);
  return same;
}
