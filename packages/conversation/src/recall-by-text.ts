import { endOfKnowledge, type PersonaDocument } from '@personate/contracts';
import type { RecalledPassage } from '@personate/knowledge';
import type { AnswerTurnDeps } from './deps.ts';
import { selfNames } from './understand/self-names.ts';

const passagesRead = 8;

/** What a persona's documents say that is nearest to a text: recalled as a question is, for whoever asks now. */
export async function recallByText(
  deps: Pick<AnswerTurnDeps, 'knowledge' | 'recall'>,
  {
    persona,
    text,
    audience,
    signal,
  }: { persona: PersonaDocument; text: string; audience: readonly string[]; signal: AbortSignal },
): Promise<RecalledPassage[]> {
  const { asOf, enabled } = persona.knowledgeLimits;
  const knowledge = await deps.knowledge.open(persona.id, signal);
  const { results } = await deps.recall(knowledge, {
    question: text,
    selfNames: selfNames(persona),
    languages: persona.persona.voice.languages,
    k: passagesRead,
    audience,
    ...(enabled && asOf !== undefined ? { asOf: endOfKnowledge(asOf) } : {}),
    signal,
  });
  return results.filter(({ stance }) => stance !== 'to');
}
