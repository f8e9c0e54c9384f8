import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { otherMove, targetInUse, targetNotEmpty } from './move-errors.ts';
import type { TableShape } from './table-shape.ts';

export interface BegunMove {
  moveId: string;
  /** By table, the key of the last row that is there; null where the table is whole, absent where it is not begun. */
  progress: Readonly<Record<string, unknown>>;
  isResumed: boolean;
}

export interface MoveEnds {
  source: Database;
  target: Database;
}

/**
 * @param anew what an unfinished move has brought so far goes first
 * @throws ExpectedError `move.target-not-empty`, `move.target-in-use`, `move.of-another`.
 */
export async function beginMove(
  { source, target }: MoveEnds,
  { tables, anew }: { tables: readonly TableShape[]; anew: boolean },
): Promise<BegunMove> {
  await requireUnused(target);
  const begun = await unfinished(target);
  if (begun !== null && anew) await forget(target, tables);
  else if (begun !== null) {
    const { rows } = await sql`select 1 from records.move
      where move_id = ${begun.moveId}::uuid and direction = 'out'`.execute(source.kysely);
    if (rows.length === 0) throw otherMove();
    return { ...begun, isResumed: true };
  } else await requireEmpty(target, tables);
  const moveId = randomUUID();
  for (const [database, direction] of [
    [source, 'out'],
    [target, 'in'],
  ] as const)
    await database.kysely
      .insertInto('records.move')
      .values({ move_id: moveId, direction })
      .execute();
  return { moveId, progress: {}, isResumed: false };
}

/** @throws ExpectedError `move.target-not-empty`. */
export async function requireEmpty(target: Database, tables: readonly TableShape[]): Promise<void> {
  const holds: string[] = [];
  for (const { name, only } of tables) {
    const { rows } = await target.pool.query(`select 1 from ${name} t where ${only} limit 1`);
    if (rows.length > 0) holds.push(name);
  }
  if (holds.length > 0) throw targetNotEmpty(holds);
}

/** @throws ExpectedError `move.target-in-use`. */
export async function requireUnused(target: Database): Promise<void> {
  const { rows } = await target.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database()
       and usename is not null and application_name is distinct from $1`,
    [moverName],
  );
  const others = rows[0]?.n ?? 0;
  if (others > 0) throw targetInUse(others);
}

/** By which the mover's own connections are told from others. */
export const moverName = 'personate-move';

async function unfinished(
  target: Database,
): Promise<Pick<BegunMove, 'moveId' | 'progress'> | null> {
  const row = await target.kysely
    .selectFrom('records.move')
    .select(['move_id', 'progress'])
    .where('direction', '=', 'in')
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { moveId: row.move_id, progress: row.progress as Record<string, unknown> };
}

async function forget(target: Database, tables: readonly TableShape[]): Promise<void> {
  const names = tables.map(({ name }) => name).join(', ');
  await target.kysely.transaction().execute(async (trx) => {
    await sql.raw(`truncate ${names} cascade`).execute(trx);
    await trx.deleteFrom('records.move').where('finished_at', 'is', null).execute();
  });
}
