import type { IngestionReport } from '@personate/contracts';
import type { IngestDeps, IngestionWork } from '../deps.ts';
import { openGeneration } from '../open-generation.ts';
import { project } from '../project.ts';
import { ReportBuilder } from '../report.ts';

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
  const { name } = await deps.personas.get(personaId);
  const sourceId = options.source ?? null;
  if (sourceId === null) throw new Error('an ingestion of nothing must name its source');
  await deps.corpus.removeUnmet({ personaId, sourceId, ingestionId, attempt });
  const generation = await openGeneration(deps, { personaId, signal });
  await project(deps, { generation, selfNames: [name], ingestionId, signal });
  await deps.embeddings.prune(personaId);
  const nothing = { self: null, candidates: [], total: 0, needsSelf: false, selfUnknown: false };
  const counts = await deps.corpus.countOutcomes(ingestionId);
  const report = new ReportBuilder('common', nothing, []).build({ ...counts, embedded: 0 });
  await deps.ingestions.finish(ingestionId, 'done', report);
  deps.log.info({ ingestionId, personaId, ...counts }, 'source withdrawn');
  return report;
}
