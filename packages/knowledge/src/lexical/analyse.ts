import { languageOf, type Language } from './languages.ts';
import { tokenise } from './tokenise.ts';

// What is left of "don't" and "I've" is no word; a possessive belongs to its noun.
const englishContractions = /(?<!\p{L})\p{L}{1,12}n['’]t\b|(?<=\p{L})['’](?:s|t|d|m|ll|re|ve)\b/giu;
const latinOrGreek = /^[\p{Script=Latin}\p{Script=Greek}\p{M}\p{N}]+$/u;
const cacheLimit = 50_000;
/** Term of a word by language; null for a stop word. Filled by use, emptied when full. */
const caches = new Map<string, Map<string, string | null>>();

/**
 * The terms of a text as the lexical index knows them: words without the language's stop words, stemmed,
 * without accents; numbers as they are. A language we do not know keeps its words whole.
 *
 * @param language BCP 47
 */
export function analyse(text: string, language: string): string[] {
  const known = languageOf(language);
  const key = known === undefined ? '' : language;
  let cache = caches.get(key);
  if (cache === undefined || cache.size > cacheLimit) caches.set(key, (cache = new Map()));
  const contracts = /['’]/u.test(text) && /^en\b/iu.test(language);
  const plain = contracts ? text.replace(englishContractions, ' ') : text;
  const terms: string[] = [];
  for (const token of tokenise(plain)) {
    let term = cache.get(token);
    if (term === undefined) cache.set(token, (term = toTerm(token, known)));
    if (term !== null) terms.push(term);
  }
  return terms;
}

function toTerm(token: string, language: Language | undefined): string | null {
  if (language?.stopWords.has(token) === true) return null;
  const stemmed = language?.stem?.(token) ?? token;
  return fold(stemmed === '' ? token : stemmed);
}

/** é and e, ß and ss are one for a reader in a hurry; the marks of other scripts are letters of their own. */
function fold(term: string): string {
  if (!latinOrGreek.test(term)) return term.replaceAll('ё', 'е');
  return term
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replaceAll('ß', 'ss')
    .normalize('NFC');
}
