import { stopWords } from '../words/stop-words.ts';
import { referenceCount } from './reference/reference-rate.ts';
import { everydayWords } from './topic-terms.ts';
import type { WordCount, WordTally } from './word-tally.ts';

const leastDocuments = 4;
const leastPeriods = 3;
const mostWords = 15;
/** z-score from which a word is used more than elsewhere beyond doubt. */
const leastScore = 3;
/** And how many times as often. */
const leastRatio = 4;

/**
 * Words used much more than in the language at large, and than by those around (who share the topics), over the whole
 * time: log-odds ratio with an informative prior of Monroe, Colaresi and Quinn (2008), section 3.5.1, times how
 * evenly it is spread, so that a topic of one month does not become a habit of speech.
 */
export function favouriteWords(own: WordTally, others: WordTally): string[] {
  const language = own.languages()[0];
  if (language === undefined) return [];
  const counts = own.counts(language);
  const total = contentTotal(counts, language);
  const around = others.counts(language);
  const aroundTotal = contentTotal(around, language);
  const periods = new Set([...counts.values()].flatMap((word) => [...word.periods])).size;
  const stops = stopWords(language);

  const scored: Array<{ word: string; score: number }> = [];
  for (const [word, entry] of counts) {
    if (!isHabit(word, entry, stops, language, periods)) continue;
    const general = referenceCount(word, language);
    const rates = [
      ...(general === undefined ? [] : [general]),
      ...(aroundTotal < 1_000
        ? []
        : [{ count: (around.get(word)?.count ?? 0) + 0.5, total: aroundTotal }]),
    ];
    if (rates.length === 0) continue;
    const ratio = Math.min(...rates.map((rate) => entry.count / total / (rate.count / rate.total)));
    if (ratio < leastRatio) continue;
    const score = Math.min(...rates.map((rate) => logOddsZ(entry.count, total, rate)));
    const spread = periods === 0 ? 1 : entry.periods.size / periods;
    if (score >= leastScore) scored.push({ word, score: score * Math.sqrt(spread) });
  }
  return scored
    .toSorted((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, mostWords)
    .map(({ word }) => word);
}

function isHabit(
  word: string,
  { count, documents, capitals, nouns, periods }: WordCount,
  stops: ReadonlySet<string>,
  language: string,
  allPeriods: number,
): boolean {
  if (everydayWords(language).has(word)) return false;
  if (word.length < 4 || !/^\p{L}+(?:['-]\p{L}+)*$/u.test(word) || stops.has(word)) return false;
  if (documents < leastDocuments || periods.size < Math.min(leastPeriods, allPeriods)) return false;
  // What is talked of is a topic, not a way of talking.
  if (nouns > documents / 3) return false;
  // A name; German writes every noun with a capital.
  return language === 'de' || capitals < count / 2;
}

function contentTotal(counts: ReadonlyMap<string, WordCount>, language: string): number {
  const stops = stopWords(language);
  let total = 0;
  for (const [word, { count }] of counts) if (!stops.has(word)) total += count;
  return total;
}

function logOddsZ(count: number, total: number, other: { count: number; total: number }): number {
  const odds = (n: number, of: number): number => Math.log(n / Math.max(1, of - n));
  const delta = odds(count, total) - odds(other.count, other.total);
  return delta / Math.sqrt(1 / count + 1 / Math.max(1, other.count));
}
