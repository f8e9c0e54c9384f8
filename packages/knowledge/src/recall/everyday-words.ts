import type { TermStatistics } from '../knowledge-store.ts';
import { analyse } from '../lexical/analyse.ts';
import type { Understood } from './understand-question.ts';

/** Words of one line are one thing in everyday speech. */
const sameThing: ReadonlyArray<string> = [
  'movie film',
  'kid child',
  'mum mom mam mummy mommy mother',
  'dad daddy father',
  'grandma granny grandmother',
  'grandpa grandad granddad grandfather',
  'telly tv television',
  'photo pic photograph',
  'bike bicycle',
  'phone telephone',
  'plane aeroplane airplane aircraft',
  'car automobile',
  'math maths mathematics',
  'vacation holiday',
  'apartment flat',
  'doctor physician',
  'cop policeman',
  'buddy pal mate friend',
  'hubby husband',
  'exam examination',
  'bathe swim',
  'freezing icy cold',
  'outdoors outside',
  'missing lost',
  'rooster cockerel cock',
];

const likeTerms = new Map<string, readonly string[]>();
for (const line of sameThing) {
  const terms = line.split(' ').flatMap((word) => analyse(word, 'en'));
  for (const term of terms) likeTerms.set(term, terms);
}

/** What else the terms of a question may be called, to be counted with them. */
export function otherTerms({ terms, language }: Pick<Understood, 'terms' | 'language'>): string[] {
  if (!/^en\b/iu.test(language)) return [];
  return [...new Set(terms.flatMap((term) => likeTerms.get(term) ?? []))].filter(
    (term) => !terms.includes(term),
  );
}

/**
 * The question in the words of this knowledge: "movie", where nobody writes anything but "film", is searched as that. A
 * term that occurs stays, whatever else it could be called.
 */
export function inItsWords<U extends Pick<Understood, 'terms' | 'language'>>(
  understood: U,
  { frequency }: TermStatistics,
): U {
  if (!/^en\b/iu.test(understood.language)) return understood;
  const often = (term: string): number => frequency.get(term) ?? 0;
  const terms = understood.terms.map((term) => {
    if (often(term) > 0) return term;
    const [other = term] = (likeTerms.get(term) ?? []).toSorted((a, b) => often(b) - often(a));
    return often(other) > 0 ? other : term;
  });
  return { ...understood, terms: [...new Set(terms)] };
}
