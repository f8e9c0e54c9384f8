import type { Turn } from '@personate/contracts';
import type { AnswerTurnDeps } from '../deps.ts';
import type { PreparedTurn } from '../prepare-turn.ts';

/**
 * What was made up becomes a document of the persona's, so that the next answer agrees with it. The question does not
 * stand in it: a document is for everybody, and outlives the erasure of whoever asked.
 */
export async function keepImprovised(
  { improvisations, log }: Pick<AnswerTurnDeps, 'improvisations' | 'log'>,
  prepared: PreparedTurn,
  { personaId, turnId, answer, extension }: Turn,
): Promise<void> {
  const ranges = extension.improvised ?? [];
  if (improvisations === undefined || ranges.length === 0) return;
  const text = ranges
    .map(({ startIndex, endIndex }) => answer.slice(startIndex, endIndex).trim())
    .join(' ');
  try {
    await improvisations.record({
      personaId,
      documentId: turnId,
      author: prepared.request.persona.name,
      text,
      audience: prepared.groups,
    });
  } catch (error) {
    // The conversation still holds it.
    log.warn({ personaId, turnId, err: error }, 'what was made up was not recorded');
  }
}
