import type { PersonaDocument } from '@personate/contracts';
import { profileQuestionOf } from '@personate/language';
import type { Similarity } from '../similarity.ts';

interface Deps {
  analyse(text: string, language: string): string[];
  similarity: Similarity;
}

export interface TypicalResponse {
  line: string;
  /** External ids of the documents that it was mined from; none for what an operator wrote. */
  evidence: readonly string[];
}

/** Cosine from which two questions are the same one in other words. */
const same = 0.8;
const mostCompared = 16;
/**
 * Before a turn's id in the evidence of a response that conversations taught. It stands in documents, so that recall
 * answers it, with its citations.
 */
const learntMark = 'turn:';

/**
 * The persona's typical response to that very question; null when it has none.
 * Only prompts with a word in common are compared: there may be thousands.
 */
export async function typicalResponse(
  deps: Deps,
  question: string,
  persona: PersonaDocument,
  language: string,
  signal: AbortSignal,
): Promise<TypicalResponse | null> {
  const terms = new Set(deps.analyse(question, language));
  const taught = persona.persona.typicalResponses.filter(
    ({ evidence = [] }) => !evidence.some((item) => item.startsWith(learntMark)),
  );
  const told = asksOccupation(question, language)
    ? taught.find(({ prompt }) => asksOccupation(prompt, language))
    : undefined;
  if (told !== undefined) return { line: told.response, evidence: told.evidence ?? [] };
  const candidates = taught
    .map((pair) => ({
      ...pair,
      shared: deps.analyse(pair.prompt, language).filter((term) => terms.has(term)).length,
    }))
    .filter(({ shared, prompt }) => shared > 0 || bare(prompt) === bare(question))
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, mostCompared);
  if (candidates.length === 0) return null;
  const cosines = await deps.similarity(
    question,
    candidates.map(({ prompt }) => prompt),
    signal,
  );
  let best = -1;
  for (const [index, cosine] of cosines.entries()) {
    if (cosine >= same && cosine > (cosines[best] ?? 0)) best = index;
  }
  const chosen = candidates[best];
  return chosen === undefined ? null : { line: chosen.response, evidence: chosen.evidence ?? [] };
}

/** "What do you do all day?" is "What do you do for a living?": everybody is asked it. */
function asksOccupation(text: string, language: string): boolean {
  return (
    /^(?:and |so )?what do you/iu.test(text) &&
    profileQuestionOf(text, language)?.slot === 'occupation'
  );
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
