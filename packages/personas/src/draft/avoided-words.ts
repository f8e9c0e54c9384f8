import { referenceCount } from './reference/reference-rate.ts';
import type { WordTally } from './word-tally.ts';

/** Words of every subject: who leaves one out does so by habit, not because the talk was of something else. */
const everywhere =
  `very really just actually quite rather perhaps maybe however great good nice wonderful terrible amazing
awesome absolutely definitely certainly probably simply truly totally literally basically obviously clearly indeed
especially completely perfectly extremely particularly generally usually finally suddenly exactly immediately nevertheless
therefore moreover furthermore thus important special beautiful interesting different possible necessary easy hard big
little small huge`
    .trim()
    .split(/\s+/u);
/** Expected at least so often before its absence says something; chance alone leaves out one in 20,000. */
const leastExpected = 10;
const leastAround = 5_000;
const mostWords = 8;

export interface AvoidedWord {
  word: string;
  /** How often it would stand there if they wrote as others do. */
  expected: number;
}

/** Everyday words that never occur in own texts, though they would by the language at large and by those around. */
export function avoidedWords(own: WordTally, others: WordTally): AvoidedWord[] {
  if (own.languages()[0] !== 'en') return [];
  const counts = own.counts('en');
  const total = own.total('en');
  const around = others.total('en');
  return everywhere
    .filter((word) => !counts.has(word))
    .flatMap((word) => {
      const general = referenceCount(word, 'en');
      if (general === undefined) return [];
      // Half of all words are function words, which the reference does not count.
      const expected = [(total * general.count) / general.total / 2];
      if (around >= leastAround)
        expected.push((total * (others.counts('en').get(word)?.count ?? 0)) / around);
      return [{ word, expected: Math.round(Math.min(...expected)) }];
    })
    .filter(({ expected }) => expected >= leastExpected)
    .toSorted((a, b) => b.expected - a.expected || (a.word < b.word ? -1 : 1))
    .slice(0, mostWords);
}
