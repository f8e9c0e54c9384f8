import type { IngestionReport } from '@personate/contracts';
import type { IngestDeps, IngestionWork } from '../deps.ts';
import { ReportBuilder } from '../report.ts';
import { takeOut } from '../take-out.ts';

/**
 * An ingestion of nothing: all that the persona has of the source goes, from documents, passages, vectors and their
 * cache. Of an archived persona too. Idempotent.
 */
export async function withdrawSource(
  deps: IngestDeps,
  work: IngestionWork,
  input: { attempt: number; signal: AbortSignal },
): Promise<IngestionReport> {
  const { ingestionId, personaId, options } = work.job;
  const { attempt, signal } = input;
  const sourceId = options.source ?? null;
  if (sourceId === null) throw new Error('an ingestion of nothing must name its source');
  await deps.corpus.removeUnmet({ personaId, sourceId, ingestionId, attempt });
  await takeOut(deps, { personaId, signal });
  const nothing = {
    self: null,
    byAccount: false,
    candidates: [],
    total: 0,
    needsSelf: false,
    selfUnknown: false,
  };
  const counts = await deps.corpus.countOutcomes(ingestionId);
  const report = new ReportBuilder('common', nothing, [], null).build({ ...counts, embedded: 0 });
  await deps.ingestions.finish(ingestionId, 'done', report);
  deps.log.info({ ingestionId, personaId, ...counts }, 'source withdrawn');
  return report;
}
