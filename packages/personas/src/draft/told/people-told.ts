import type { PooledSentence } from './sentence-pool.ts';
import { theirs, type Teller } from './teller.ts';
import { evidenceOf, type Quote } from './told-item.ts';

export interface PersonTold {
  role: string;
  note: string;
  evidence: string[];
  quotes: Quote[];
  confidence: number;
}

const mostPeople = 16;
const leastDocuments = 2;

/** What somebody is to the persona, and other words for the same. */
const roles = new Map(
  `mother mum mam mom mama mummy mammy ma; father dad da papa daddy; sister; brother; wife; husband; partner; girlfriend;
boyfriend; son; daughter; uncle; aunt auntie aunty; cousin; grandmother granny gran grandma nan nana; grandfather grandad
grandpa granddad; niece; nephew; godmother; godfather; stepmother; stepfather; mother-in-law; father-in-law; friend mate;
colleague co-worker coworker workmate; boss; teacher tutor master; mentor; coach instructor sensei; neighbour neighbor;
apprentice; student pupil; assistant; business partner; governess; nurse; physician doctor; child; twin; roommate
flatmate; dog; cat; horse`
    .split(';')
    .flatMap((group) => {
      const words = group.trim().split(/\s+/u);
      const [role = ''] = words;
      return group.trim() === 'business partner'
        ? [['business partner', 'business partner'] as const]
        : words.map((word) => [word, role] as const);
    }),
);
const plurals = new Map([
  ...[...roles].map(([word, role]) => [`${word}s`, role] as const),
  ['wives', 'wife'],
  ['children', 'child'],
  ['kids', 'child'],
]);
const kinds = String.raw`(?:(?:late|dear|old|older|elder|eldest|younger|youngest|little|big|best|good|first|second|former|own|only|beloved|great|close|oldest|two|three|four|five|young) )*`;

/** The people of a life as what they are to the persona, never by name; those spoken of most come first. */
export function peopleTold(sentences: readonly PooledSentence[], teller: Teller): PersonTold[] {
  const words = [...roles.keys(), ...plurals.keys()].toSorted((a, b) => b.length - a.length);
  const pattern = (stance: PooledSentence['stance']): RegExp =>
    new RegExp(`\\b${theirs(stance, teller)} ${kinds}(${words.join('|')})\\b`, 'gu');
  const patterns = { by: pattern('by'), about: pattern('about') };
  const found = new Map<string, PooledSentence[]>();
  for (const sentence of sentences) {
    for (const [, word = ''] of sentence.text.matchAll(patterns[sentence.stance])) {
      const role = roles.get(word) ?? plurals.get(word);
      if (role === undefined) continue;
      const known = found.get(role) ?? [];
      found.set(role, known);
      known.push(sentence);
    }
  }
  return [...found]
    .map(([role, told]) => ({
      role,
      told,
      documents: new Set(told.map(({ documentId }) => documentId)).size,
    }))
    .filter(({ documents }) => documents >= leastDocuments)
    .toSorted((a, b) => b.documents - a.documents || (a.role < b.role ? -1 : 1))
    .slice(0, mostPeople)
    .map(({ role, told, documents }) => ({
      role,
      note: `Spoken of in ${documents} documents.`,
      ...evidenceOf(told.toSorted((a, b) => worth(b, role) - worth(a, role))),
      confidence: Math.min(0.9, 0.4 + 0.1 * documents),
    }));
}

/** A sentence that is about them says most: "My uncle taught me." */
function worth({ text }: PooledSentence, role: string): number {
  const begins = new RegExp(`^(?:my|his|her|their) (?:\\w+ )?${role}`, 'iu').test(text) ? 2 : 0;
  return begins + (text.length > 30 && text.length < 160 ? 1 : 0);
}
