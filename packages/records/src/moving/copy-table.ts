import type { Pool, PoolClient } from 'pg';
import type { TableShape } from './table-shape.ts';

/** What one page may take in memory, about; a row is stored compressed, and grows as text. */
const pageBytes = 8 * 1024 * 1024;
const growth = 4;
const mostRows = 1_000;

export interface CopyTableInput {
  moveId: string;
  table: TableShape;
  /** JSON: the key of the last row that is there; null before the first. */
  after: string | null;
  signal: AbortSignal;
  onRows(rows: number): void;
}

/**
 * Copies what comes after a row, a page a transaction, each with the mark of how far it has come: killed anywhere, the
 * next call goes on from there. Values pass as the text that Postgres makes of them, so that none is rounded.
 */
export async function copyTable(
  { source, target }: { source: Pool; target: Pool },
  input: CopyTableInput,
): Promise<void> {
  const { table, signal, moveId } = input;
  const limit = await rowsOfPage(source, table);
  for (let { after } = input; ;) {
    signal.throwIfAborted();
    const page = await readPage(source, table, after, limit);
    const last = page.at(-1)?.key ?? null;
    await writePage(target, { moveId, table, rows: page.map(({ row }) => row), last });
    input.onRows(page.length);
    if (last === null) return;
    after = last;
  }
}

async function rowsOfPage(source: Pool, { name, columns, only }: TableShape): Promise<number> {
  const size = columns.map((column) => `coalesce(pg_column_size(t."${column}"), 0)`).join(' + ');
  const { rows } = await source.query<{ most: number | null }>(
    `select max(${size})::float8 as most from ${name} t where ${only}`,
  );
  const most = Math.max(1, rows[0]?.most ?? 1) * growth;
  return Math.max(1, Math.min(mostRows, Math.floor(pageBytes / most)));
}

async function readPage(
  source: Pool,
  { name, key, only, row }: TableShape,
  after: string | null,
  limit: number,
): Promise<Array<{ row: string; key: string }>> {
  const of = (alias: string) => key.map((column) => `${alias}."${column}"`).join(', ');
  const keyed = key.map((column) => `'${column}', t."${column}"`).join(', ');
  const { rows } = await source.query<{ row: string; key: string }>(
    `select (${row})::text as row, jsonb_build_object(${keyed})::text as key from ${name} t
     where ${only} and ($1::jsonb is null
       or (${of('t')}) > (select ${of('l')} from jsonb_populate_record(null::${name}, $1::jsonb) l))
     order by ${of('t')} limit ${limit}`,
    [after],
  );
  return rows;
}

/** @param page `last` is null when the table is whole. */
async function writePage(
  target: Pool,
  page: { moveId: string; table: TableShape; rows: readonly string[]; last: string | null },
): Promise<void> {
  const { name, columns } = page.table;
  const client = await target.connect();
  try {
    await client.query('begin');
    if (page.rows.length > 0) {
      const list = columns.map((column) => `"${column}"`).join(', ');
      await client.query(
        `insert into ${name} (${list}) overriding system value
         select ${list} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
        [`[${page.rows.join(',')}]`],
      );
    }
    await mark(client, page.moveId, name, page.last);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function mark(client: PoolClient, moveId: string, name: string, last: string | null) {
  await client.query(
    `update records.move set progress = progress || jsonb_build_object($2::text, $3::jsonb)
     where move_id = $1::uuid`,
    [moveId, name, last],
  );
}
