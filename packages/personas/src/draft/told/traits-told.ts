import type { PooledSentence } from './sentence-pool.ts';
import { evidenceOf, type Quote } from './told-item.ts';
import { moods, traitWords } from './trait-words.ts';

export interface TraitTold {
  name: string;
  strength: number;
  note: string;
  evidence: string[];
  quotes: Quote[];
  confidence: number;
  basis: string;
}

const degrees = String.raw`(?<degree>(?:(?:a|an|the|very|rather|quite|still|pretty|really|terribly|fairly|extremely|by nature|always|naturally|such|bit of|born|more|most|least|hardly|somewhat|little|incredibly|deeply|annoyingly) )*)`;
const words = [...traitWords.keys()].toSorted((a, b) => b.length - a.length).join('|');
const isMe = new RegExp(
  String.raw`(?:^|[,;:] |\b(?:and|but|because|so|since|though) )I(?:'m| am|'ve always been| have always been| was always| have never been|'ve never been| was never| tend to be) (?<not>not |never )?${degrees}(?<word>${words})\b(?<person>(?: sort of| kind of)? (?:person|man|woman|soul|people)?)?`,
  'u',
);

/** What somebody says they are like. Only their own words count; a mood of the hour does not. */
export function traitsTold(sentences: readonly PooledSentence[]): TraitTold[] {
  const found = new Map<
    string,
    Array<{ sentence: PooledSentence; isDenied: boolean; isMuch: boolean }>
  >();
  for (const sentence of sentences) {
    if (sentence.stance !== 'by' || sentence.text.includes('?')) continue;
    const match = isMe.exec(sentence.text);
    const word = match?.groups?.['word'];
    const trait = word === undefined ? undefined : traitWords.get(word);
    if (match === null || word === undefined || trait === undefined) continue;
    const degree = match.groups?.['degree'] ?? '';
    const lasting =
      /always|never|tend to/u.test(match[0]) ||
      /\b(?:an?|by nature|naturally|born|such)\b/u.test(degree) ||
      (match.groups?.['person'] ?? '').trim() !== '';
    if (moods.has(word) && !lasting) continue;
    const isDenied =
      match.groups?.['not'] !== undefined || / never been| was never/u.test(match[0]);
    const known = found.get(trait) ?? [];
    found.set(trait, known);
    known.push({
      sentence,
      isDenied,
      isMuch: /very|terribly|extremely|incredibly|deeply|annoyingly|always/u.test(match[0]),
    });
  }
  return [...found].flatMap(([name, told]) => {
    const denied = told.filter(({ isDenied }) => isDenied).length;
    // Said and denied as often: nobody can tell.
    if (denied * 2 === told.length) return [];
    const isDenied = denied * 2 > told.length;
    const kept = told.filter((one) => one.isDenied === isDenied);
    const documents = new Set(kept.map(({ sentence }) => sentence.documentId)).size;
    const much = kept.some(({ isMuch }) => isMuch) ? 0.1 : 0;
    const strength = isDenied ? 0.15 : Math.min(0.9, 0.65 + much + 0.05 * (documents - 1));
    return [
      {
        name,
        strength: Math.round(strength * 100) / 100,
        note: isDenied ? 'says so of themselves: rather the contrary' : 'by their own account',
        ...evidenceOf(kept.map(({ sentence }) => sentence)),
        confidence: Math.min(0.8, 0.5 + 0.1 * (documents - 1)),
        basis: `Said of themselves in ${documents} ${documents === 1 ? 'document' : 'documents'}.`,
      },
    ];
  });
}
