import type { Database } from '../../src/index.ts';
import { describeDatabase } from './database.ts';
import { describeErasures } from './erasures.ts';
import { describeEvolution } from './evolution.ts';
import { describeIngestions } from './ingestions.ts';
import { describeKeys } from './keys.ts';
import { describePersonas } from './personas.ts';
import { describeReadGrants } from './read-grants.ts';
import { describeStatistics } from './statistics.ts';
import { describeTasks } from './tasks.ts';
import { describeStorePlaces } from './store-places.ts';
import { describeTrainingRuns } from './training-runs.ts';
import { describeTurns } from './turns.ts';

/** What the records promise on whatever kind of database they stand. */
export function describeRecords(open: () => Database): void {
  describeDatabase(open);
  describePersonas(open);
  describeTurns(open);
  describeEvolution(open);
  describeKeys(open);
  describeIngestions(open);
  describeStatistics(open);
  describeReadGrants(open);
  describeStorePlaces(open);
  describeTasks(open);
  describeTrainingRuns(open);
  describeErasures(open);
}
