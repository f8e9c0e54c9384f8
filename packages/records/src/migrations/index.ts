import type { Migration } from 'kysely';
import * as records from './0001-records.ts';
import { corpusMigration } from './0002-corpus.ts';

/** In the order of their names; never edit or reorder one that was released. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-records': records,
  '0002-corpus': corpusMigration,
};
