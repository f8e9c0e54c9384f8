import { openDatabase, type Database } from '../open-database.ts';
import { migrationsRun } from '../migrate-database.ts';
import { moverName, requireEmpty } from './begin-move.ts';
import { readShapes } from './table-shape.ts';

/** @throws ExpectedError `database.*`. */
export const openMoveTarget = (url: string): Promise<Database> =>
  openDatabase({ kind: 'postgres', url, max: 2, migrate: false, applicationName: moverName });

/** Whether a move may begin there; nothing is changed, and others may be connected. @throws ExpectedError `move.target-not-empty`. */
export async function requireMovableInto(target: Database): Promise<void> {
  if ((await migrationsRun(target.kysely)) !== null)
    await requireEmpty(target, await readShapes(target.pool));
}
