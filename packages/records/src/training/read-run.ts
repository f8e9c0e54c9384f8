import { trainingRunMissing } from '@personate/contracts';
import type { Kysely } from 'kysely';
import { isUuid } from '../is-uuid.ts';
import type { Schema } from '../schema.ts';
import { runColumns, type RunRow } from './training-run-rows.ts';

/** @throws ExpectedError `training.run-missing` where the persona has none of that id, or it is no id. */
export async function readRun(
  db: Kysely<Schema>,
  personaId: string,
  runId: string,
): Promise<RunRow> {
  const row = isUuid(runId)
    ? await db
        .selectFrom('records.training_run')
        .select(runColumns)
        .where('persona_id', '=', personaId)
        .where('run_id', '=', runId)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw trainingRunMissing(personaId, runId);
  return row;
}
