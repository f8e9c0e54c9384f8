import { readableSentences } from '@personate/language';
import type { Canon } from '../check/improvise.ts';
import type { AnswerTurnDeps, ServingPersona } from '../deps.ts';
import { recallByText } from '../recall-by-text.ts';

/** What its documents say that is nearest to a text, sentence by sentence. */
export function canonOf(
  deps: Pick<AnswerTurnDeps, 'knowledge' | 'recall'>,
  { version }: ServingPersona,
  audience: readonly string[],
): Canon {
  return async (text, signal) => {
    const passages = await recallByText(deps, {
      persona: version.document,
      text,
      audience,
      signal,
    });
    return passages.flatMap((passage) => readableSentences(passage.text, passage.language));
  };
}
