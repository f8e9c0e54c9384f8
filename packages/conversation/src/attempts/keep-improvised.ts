import type { Turn } from '@personate/contracts';
import { hardFactsOf } from '../check/hard-facts.ts';
import type { AnswerTurnDeps } from '../deps.ts';
import type { PreparedTurn } from '../prepare-turn.ts';

const longestTitle = 160;
/** Whoever speaks of themselves in a question tells something that is no canon of the persona's. */
const ofTheAsker =
  /(?<!\p{L})(?:i|me|my|mine|we|us|our|ich|mir|mich|mein\p{L}*|wir|jag|mig|min|vi|yo|mi|nosotros)(?!\p{L})/iu;

/** What was made up becomes a document of the persona's, so that the next answer agrees with it. */
export async function keepImprovised(
  { improvisations, log }: Pick<AnswerTurnDeps, 'improvisations' | 'log'>,
  prepared: PreparedTurn,
  { personaId, turnId, answer, extension }: Turn,
): Promise<void> {
  const ranges = extension.improvised ?? [];
  if (improvisations === undefined || ranges.length === 0) return;
  const { question } = prepared.understanding;
  const text = ranges
    .map(({ startIndex, endIndex }) => answer.slice(startIndex, endIndex).trim())
    .join(' ');
  try {
    await improvisations.record({
      personaId,
      documentId: turnId,
      author: prepared.request.persona.name,
      text,
      ...(isTitle(question) ? { title: question } : {}),
      audience: prepared.groups,
    });
  } catch (error) {
    // The conversation still holds it.
    log.warn({ personaId, turnId, err: error }, 'what was made up was not recorded');
  }
}

/** A question that names nobody and tells nothing: it helps to find what was made up for it. */
function isTitle(question: string): boolean {
  const { names, numbers } = hardFactsOf(question, 'en');
  return (
    question.length <= longestTitle &&
    names.length + numbers.length === 0 &&
    !ofTheAsker.test(question)
  );
}
