import { languages } from './languages.ts';
import { tokenise } from './tokenise.ts';

const scripts: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];

/** A stop word tells the more of a language, the fewer languages share it. */
const votes = new Map<string, Array<readonly [string, number]>>();
for (const [code, { stopWords }] of Object.entries(languages))
  if (code !== 'no')
    for (const word of stopWords) votes.set(word, [...(votes.get(word) ?? []), [code, 1]]);
for (const [word, of] of votes)
  votes.set(
    word,
    of.map(([code]) => [code, 1 / of.length]),
  );

export interface DetectLanguageOptions {
  /** Languages it can be; all we know unless given. */
  among?: readonly string[];
  /** What it is when nothing tells; `und` unless given. */
  fallback?: string;
}

/**
 * The language of a text (ISO 639-1) by its script and its function words: enough to choose stop words and
 * stemmer, for a sentence as for a page. Only the first 2,000 characters are looked at.
 */
export function detectLanguage(text: string, options: DetectLanguageOptions = {}): string {
  const { fallback = 'und', among } = options;
  const head = text.slice(0, 2000);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return fallback;
  const allowed = (code: string): boolean => among === undefined || among.includes(code);
  for (const [script, code] of scripts)
    if (allowed(code) && (head.match(script)?.length ?? 0) > letters * 0.2) return code;
  const scores = new Map<string, number>();
  const words = tokenise(head);
  for (const word of words)
    for (const [code, weight] of votes.get(word) ?? [])
      if (allowed(code)) scores.set(code, (scores.get(code) ?? 0) + weight);
  // What was expected wins a near tie: one shared word in a short text proves little.
  if (scores.has(fallback)) scores.set(fallback, (scores.get(fallback) ?? 0) * 1.5);
  const [best] = [...scores].toSorted(([, a], [, b]) => b - a);
  return best !== undefined && best[1] >= Math.min(0.5, words.length * 0.1) ? best[0] : fallback;
}
