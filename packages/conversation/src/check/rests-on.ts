import { coverageOf, lacks, type Grounds } from './grounds.ts';
import type { HardFacts } from './hard-facts.ts';

export interface PassageGrounds {
  /** As it is cited. */
  n: number;
  grounds: readonly Grounds[];
}

/** Of a sentence's words in one passage. */
const enough = 0.5;

/** The passage that by itself says most of the sentence, with every number and name of it; undefined where none does. */
export function restsOn(
  sentence: { terms: readonly string[]; facts: HardFacts },
  passages: readonly PassageGrounds[],
  termsOf: (text: string) => string[],
): number | undefined {
  const { terms, facts } = sentence;
  const [best] = passages
    .filter(({ grounds }) => !lacks(facts, grounds, termsOf))
    .map(({ n, grounds }) => ({ n, held: coverageOf(terms, grounds).one }))
    .toSorted((a, b) => b.held - a.held || a.n - b.n);
  return best !== undefined && best.held >= enough ? best.n : undefined;
}
