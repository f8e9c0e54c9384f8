import type { Similarity } from '../similarity.ts';
import { askedOfThem } from './asked-of-them.ts';
import type { UserQuestion } from '../understand/asks-about-user.ts';

/** What this user told: a stored memory, or a statement earlier in this very conversation (without an id). */
export interface Told {
  id: string | null;
  text: string;
  quote: string;
  slot: string | null;
}

interface Deps {
  analyse(text: string, language: string): string[];
  similarity: Similarity;
}

const most = 3;
/** Cosine from which a memory is on what is asked, without a word in common. */
const near = 0.5;
const nearWithWord = 0.25;

/** "What is my job, and what am I afraid of?" asks twice. */
const secondQuestion =
  /[,;]? (?:and|und|och|y) (?=(?:what|where|who|when|which|how|was|wo|wer|wie|vad|var|vem|qué|dónde|quién)\b)/iu;

/** The memories that the user asks for, best first; none when they never told it. */
export async function chooseMemories(
  deps: Deps,
  question: string,
  wanted: UserQuestion,
  memories: readonly Told[],
  language: string,
  signal: AbortSignal,
): Promise<Told[]> {
  const parts = wanted === 'all' ? [question] : question.split(secondQuestion).slice(0, most);
  const chosen: Told[] = [];
  for (const part of parts) {
    chosen.push(...(await chosenFor(deps, part, wanted, memories, language, signal)));
  }
  return [...new Set(chosen)];
}

async function chosenFor(
  deps: Deps,
  question: string,
  wanted: UserQuestion,
  memories: readonly Told[],
  language: string,
  signal: AbortSignal,
): Promise<Told[]> {
  if (memories.length === 0) return [];
  if (wanted === 'all') return memories.slice(0, most);
  const asked = askedOfThem(question);
  const terms = new Set(deps.analyse(question, language));
  const cosines = await deps.similarity(
    question,
    memories.map(({ text }) => text),
    signal,
  );
  return memories
    .map((memory, index) => {
      const words = `${memory.text} ${memory.quote} ${memory.slot?.replaceAll('.', ' ') ?? ''}`;
      const shared = new Set(deps.analyse(words, language).filter((term) => terms.has(term))).size;
      const cosine = cosines[index] ?? 0;
      return {
        memory,
        fits: asked?.fits(memory) ?? (cosine >= near || (shared > 0 && cosine >= nearWithWord)),
        score: cosine + 0.2 * shared,
      };
    })
    .filter(({ fits }) => fits)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 1)
    .map(({ memory }) => memory);
}
