import type { PersonaDocument } from '@personate/contracts';
import { ownLines, type Occasion } from '@personate/language';
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

/** What the persona says on such an occasion, as replies to what was just said; what it has not said yet comes first. */
export function occasionExamples(
  persona: PersonaDocument,
  asked: { prompt: string; occasion: Occasion; language: string; formal: boolean; said: string },
): TypicalResponse[] {
  const { prompt, occasion, language, formal, said } = asked;
  const lines = ownLines(persona, language, occasion, formal) ?? [];
  return lines
    .toSorted((a, b) => Number(said.includes(a)) - Number(said.includes(b)))
    .map((response) => ({ prompt, response }));
}
