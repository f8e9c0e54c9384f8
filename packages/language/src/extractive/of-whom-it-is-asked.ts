import type { SpeakRequest } from '../speaker.ts';
import type { Span } from './build-spans.ts';
import { withItsKin } from './follow-up/everyday-kin.ts';
import type { Relevance } from './judge-sentences.ts';
import { wordsOf } from './split-sentences.ts';

const lead = String.raw`^(?:(?:and|but|so|well|ok(?:ay)?)[,]? )*`;
const whoDid = new RegExp(
  `${lead}who(?: \\p{Ll}+)? (?<deed>taught|trained|coached|raised|helped|introduced|hired|paid|beat|named|inspired|saved|called|visited|invited|advised) you(?!\\p{L})`,
  'iu',
);
const whoIs = new RegExp(
  `${lead}who(?: is| was| are| were|['’]s) your (?:[\\p{Ll}-]+ ){0,2}?(?<role>[\\p{Ll}-]+)$`,
  'iu',
);
const view = new RegExp(
  `${lead}what (?:do|did) you (?:really )?(?:think|make|say) (?:of|about|to) (?<what>[\\p{L}\\p{N}’' -]{3,60})$`,
  'iu',
);

/**
 * Leaves out what only shares words with the question: whom the persona taught, where it is asked who taught it; somebody
 * else, where it is asked for its barber; tests of another sort, where it is asked for its view of unit tests.
 */
export function ofWhomItIsAsked(
  spans: readonly Span[],
  { question, language }: Pick<SpeakRequest, 'question' | 'language'>,
  { analyse }: Pick<Relevance, 'analyse'>,
): Span[] {
  if (language !== 'en') return [...spans];
  const plain = question.replace(/[\s?!.…]+$/u, '');
  const deed = whoDid.exec(plain)?.groups?.['deed']?.toLowerCase();
  if (deed !== undefined) {
    const own = new RegExp(`^I (?:\\p{Ll}+ )?${deed}(?!\\p{L})`, 'iu');
    return spans.filter(({ sentences: [first = ''] }) => !own.test(first));
  }
  const role = whoIs.exec(plain)?.groups?.['role'];
  const what = view.exec(plain)?.groups?.['what'];
  const words = role !== undefined ? [role] : what === undefined ? [] : wordsOf(what);
  const ways = words
    .map((word) => withItsKin(word, language).flatMap((one) => analyse(one, language)))
    .filter((terms) => terms.length > 0);
  // A view of one thing is told in many words; of two, the text that has one is on something else.
  if (ways.length === 0 || (role === undefined && ways.length < 2)) return [...spans];
  return spans.filter(({ evidence: { title, headings = [], text }, language: own }) => {
    const held = new Set(analyse([title ?? '', ...headings, text].join('\n'), own));
    return ways.every((terms) => terms.some((term) => held.has(term)));
  });
}
