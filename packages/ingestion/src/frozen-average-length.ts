import { averageLengthOf, defaultAverageLength } from '@personate/knowledge';
import type { Generation, ProjectDeps } from './deps.ts';

/** Passages whose mean length stands for all: with 1,000 it is within some 5 % of the truth. */
const lengthSample = 1000;

/** What lengths are normalised by, one value for all that the generation will ever hold: see ADR 13. */
export async function frozenAverageLength(
  { projection }: Pick<ProjectDeps, 'projection'>,
  { personaId, generation }: Generation,
): Promise<number> {
  const frozen = await projection.averageLength(personaId, generation);
  if (frozen !== null) return frozen;
  const sample = await projection.samplePassages(personaId, lengthSample);
  if (sample.length === 0) return defaultAverageLength;
  return projection.freezeAverageLength(personaId, generation, averageLengthOf(sample));
}
