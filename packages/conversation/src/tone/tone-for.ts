import type { SpeakRequest } from '@personate/language';
import type { AnswerTurnDeps, ServingPersona } from '../deps.ts';

/** The persona's tone for a speaker, where it is known by now; embeddings are those that the turn has already. */
export function toneFor(
  deps: Pick<AnswerTurnDeps, 'similarity' | 'tone'>,
  serving: ServingPersona,
): Pick<SpeakRequest, 'tone'> {
  const head = deps.tone?.ready(serving) ?? null;
  if (head === null) return {};
  return {
    async tone(meanings, signal) {
      const vectors = await deps.similarity.vectors(meanings, signal);
      const byText = new Map(meanings.map((text, n) => [text, vectors[n] ?? null]));
      return (text, meaning) => {
        const vector = byText.get(meaning) ?? null;
        return vector === null ? 0.5 : head(text, vector);
      };
    },
  };
}
