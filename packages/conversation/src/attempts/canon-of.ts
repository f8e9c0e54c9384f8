import { endOfKnowledge } from '@personate/contracts';
import { readableSentences } from '@personate/language';
import type { Canon } from '../check/improvise.ts';
import type { AnswerTurnDeps, ServingPersona } from '../deps.ts';
import { selfNames } from '../understand/self-names.ts';

const passagesRead = 8;

/** What its documents say that is nearest to a text: recalled as a question is, for whoever asks now. */
export function canonOf(
  deps: Pick<AnswerTurnDeps, 'knowledge' | 'recall'>,
  { version }: ServingPersona,
  audience: readonly string[],
): Canon {
  const { document } = version;
  const { asOf, enabled } = document.knowledgeLimits;
  return async (text, signal) => {
    const knowledge = await deps.knowledge.open(document.id, signal);
    const { results } = await deps.recall(knowledge, {
      question: text,
      selfNames: selfNames(document),
      languages: document.persona.voice.languages,
      k: passagesRead,
      audience,
      ...(enabled && asOf !== undefined ? { asOf: endOfKnowledge(asOf) } : {}),
      signal,
    });
    return results
      .filter(({ stance }) => stance !== 'to')
      .flatMap((passage) => readableSentences(passage.text, passage.language));
  };
}
