import { randomUUID } from 'node:crypto';
import {
  commonSourcePrefix,
  ingestionOptionsSchema,
  personaMissing,
  type IngestionJob,
} from '@personate/contracts';
import type { Transaction } from 'kysely';
import { toIngestionJob } from '../ingestions/ingestion-rows.ts';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';

/**
 * A job for each persona that makes it know of the set what it is to know when the job is done: the set as it stands
 * then, or nothing. So jobs may come late, twice, and in any order. @throws personaMissing
 */
export async function bringInLine(
  trx: Transaction<Schema>,
  setId: string,
  personaIds: readonly string[],
): Promise<IngestionJob[]> {
  const jobs: IngestionJob[] = [];
  const options = ingestionOptionsSchema.parse({
    source: `${commonSourcePrefix}${setId}`,
    kind: 'common',
    stance: 'about',
    full: true,
  });
  for (const personaId of personaIds) {
    const found = await trx
      .selectFrom('records.persona')
      .select('id')
      .where('id', '=', personaId)
      .executeTakeFirst();
    if (!found) throw personaMissing(personaId);
    const row = await trx
      .insertInto('records.ingestion_job')
      .values({
        ingestion_id: randomUUID(),
        persona_id: personaId,
        options: toJson(options),
        file_name: `${commonSourcePrefix}${setId}`,
        blob_id: null,
        path: null,
        common_set: setId,
        progress: toJson({ phase: 'queued', documents: 0, passages: 0 }),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    jobs.push(toIngestionJob(row));
  }
  return jobs;
}
