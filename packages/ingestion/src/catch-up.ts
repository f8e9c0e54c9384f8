import type { IngestDeps, ProjectDeps } from './deps.ts';
import { openGeneration, type OpenGenerationDeps } from './open-generation.ts';
import { project } from './project.ts';
import { selfNamesOf } from './self-names.ts';

/**
 * Brings the store up to the records where no ingestion will: after a change of the store, after the store lost
 * a generation, or when a removal was killed half-way. A persona that lacks nothing costs one question.
 */
export async function catchUp(
  deps: Pick<IngestDeps, keyof ProjectDeps | 'personas'> & OpenGenerationDeps,
  { personaId, signal }: { personaId: string; signal: AbortSignal },
): Promise<void> {
  if (!(await deps.places.isBehind(personaId))) return;
  const generation = await openGeneration(deps, { personaId, signal });
  const selfNames = await selfNamesOf(deps, personaId);
  const done = await project(deps, { generation, selfNames, ingestionId: null, signal });
  deps.log.info({ personaId, ...done }, 'knowledge caught up with the records');
}
