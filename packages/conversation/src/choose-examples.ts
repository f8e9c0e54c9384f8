import type { PersonaDocument } from '@personate/contracts';
import { similarResponses } from '@personate/personas';
import type { Similarity } from './similarity.ts';

type TypicalResponse = PersonaDocument['persona']['typicalResponses'][number];

/** Those that are compared by meaning; a persona may have ten thousand, and each costs milliseconds once. */
const mostCompared = 16;

/** The persona's typical responses, those to what is most like the question first: by words, then by meaning. */
export async function chooseExamples(
  { similarity }: { similarity: Similarity },
  input: { persona: PersonaDocument; question: string; language: string; signal: AbortSignal },
): Promise<TypicalResponse[]> {
  const { persona, question, language, signal } = input;
  const near = similarResponses(persona.persona.typicalResponses, question, language, mostCompared);
  const cosines = await similarity(
    question,
    near.map(({ prompt }) => prompt),
    signal,
  );
  return near
    .map((response, order) => ({ response, order, cosine: cosines[order] ?? 0 }))
    .toSorted((a, b) => b.cosine - a.cosine || a.order - b.order)
    .map(({ response }) => response);
}
