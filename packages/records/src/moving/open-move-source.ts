import { ExpectedError } from '@personate/contracts';
import { checkDataDir } from '../embedded/data-dir-version.ts';
import { migrations } from '../migrations/index.ts';
import { migrationsRun } from '../migrate-database.ts';
import { openDatabase, type Database } from '../open-database.ts';

/**
 * The database of a data folder, whose lock is held until it is closed. It is neither made nor brought up to date here.
 * @throws ExpectedError `move.no-source`, `move.source-version`, `data.locked`.
 */
export async function openMoveSource(dataDir: string): Promise<Database> {
  if ((await checkDataDir(dataDir)) !== 'ready')
    throw new ExpectedError(
      'missing',
      'move.no-source',
      `There is no installation in the folder ${dataDir}.`,
      { fix: 'Name its data folder: --from, or PERSONATE_DATA_DIR.' },
    );
  const source = await openDatabase({ kind: 'embedded', dataDir, migrate: false });
  try {
    const run = new Set(await migrationsRun(source.kysely));
    const known = Object.keys(migrations);
    if (run.size !== known.length || known.some((name) => !run.has(name)))
      throw new ExpectedError(
        'unprocessable',
        'move.source-version',
        `The installation in ${dataDir} was last run by another version. Nothing was changed.`,
        { fix: 'Start it once with this version (`npm start`), stop it, then move.' },
      );
    return source;
  } catch (error) {
    await source.close();
    throw error;
  }
}
