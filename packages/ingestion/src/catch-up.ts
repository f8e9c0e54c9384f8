import type { IngestDeps, ProjectDeps } from './deps.ts';
import { openGeneration, type OpenGenerationDeps } from './open-generation.ts';
import { project } from './project.ts';

/**
 * Brings the store up to the records where no ingestion will: after a change of the store, after the store lost
 * a generation, or when a removal was killed half-way. A persona that lacks nothing costs one question.
 */
export async function catchUp(
  deps: ProjectDeps & OpenGenerationDeps & Pick<IngestDeps, 'personas'>,
  { personaId, signal }: { personaId: string; signal: AbortSignal },
): Promise<void> {
  if (!(await deps.places.isBehind(personaId))) return;
  const persona = (await deps.personas.serving(personaId)).version.document;
  const generation = await openGeneration(deps, { personaId, signal });
  const selfNames = [persona.name];
  const done = await project(deps, { generation, selfNames, ingestionId: null, signal });
  deps.log.info({ personaId, ...done }, 'knowledge caught up with the records');
}
