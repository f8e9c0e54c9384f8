import type { SpeakRequest } from '../speaker.ts';
import type { Span } from './build-spans.ts';
import { askedWords } from './follow-up/asked-words.ts';
import { kinTerms } from './follow-up/everyday-kin.ts';
import type { Relevance } from './judge-sentences.ts';
import type { RankedSpan } from './rank-spans.ts';
import { wordsOf } from './split-sentences.ts';
import { termsHeld } from './whole-text.ts';

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

const whether = new RegExp(
  `${lead}(?:do|did|are|were|can|could|have|had|would|will) you(?!\\p{L})(?! (?:please )?(?:give|tell|show|teach|explain|describe|recommend)(?!\\p{L}))`,
  'iu',
);
/** What is had is named; what is felt or done may be told in other words. */
const having =
  /(?:do|did|have|had) you (?:ever )?(?:have|had|own|owned|got|keep|kept)? ?(?:an?|any) (?:[\p{Ll}-]+ ){0,2}?(?<what>[\p{Ll}-]+)$/iu;

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
  const had = having.exec(plain)?.groups?.['what'];
  if (had !== undefined && whether.test(plain)) return holding(spans, [had], analyse);
  if (superlative.test(plain)) return spans.filter((span) => !isAnotherMost(span, plain));
  const role = whoIs.exec(plain)?.groups?.['role'];
  const what = view.exec(plain)?.groups?.['what'];
  const words = role !== undefined ? [role] : what === undefined ? [] : wordsOf(what);
  const ways = waysOf(words, analyse);
  // A view of one thing is told in many words; of two, the text that has one is on something else.
  if (ways.length === 0 || (role === undefined && ways.length < 2)) return [...spans];
  return spans.filter((span) => {
    const held = termsHeld(span, analyse);
    return ways.every((terms) => terms.some((term) => held.has(term)));
  });
}

type Analyse = Relevance['analyse'];

/** For each word the terms any of which will do. */
const waysOf = (words: readonly string[], analyse: Analyse): string[][] =>
  words.map((word) => kinTerms(word, 'en', analyse)).filter((terms) => terms.length > 0);

/** "When were you happiest?": the saddest day is the other one. */
const superlative =
  /(?<!\p{L})(?:happiest|saddest|scariest|funniest|proudest|hardest|longest|worst|best|first|last|most \p{Ll}+)(?!\p{L})/iu;
const claims =
  /^(?:My|The) (?<most>happiest|saddest|scariest|funniest|proudest|hardest|longest|worst|best|first|last) (?:day|moment|thing|time|year|night|job|mistake)/iu;

function isAnotherMost({ sentences: [first = ''] }: Span, question: string): boolean {
  const most = claims.exec(first)?.groups?.['most']?.toLowerCase();
  return most !== undefined && !question.toLowerCase().includes(most);
}

/** Cosine from which a text may tell it in other words. */
const tellsOtherwise = 0.44;

/** "Have you ever been arrested?" is not told by a text that has none of its words and is not near to it either. */
export function onYesOrNo(
  spans: readonly RankedSpan[],
  { question, language }: Pick<SpeakRequest, 'question' | 'language'>,
  { analyse, similarity }: Pick<Relevance, 'analyse' | 'similarity'>,
): RankedSpan[] {
  if (language !== 'en' || similarity === undefined || !whether.test(question)) return [...spans];
  const words = askedWords(question, 'en', []);
  const held = new Set(holding(spans, words, analyse));
  return spans.filter((span) => held.has(span) || span.similarity >= tellsOtherwise);
}

/** Those whose text has one of the words, or of their kin; all where nothing is asked for. */
function holding<S extends Span>(
  spans: readonly S[],
  words: readonly string[],
  analyse: Analyse,
): S[] {
  const ways = waysOf(words, analyse);
  return ways.length === 0
    ? [...spans]
    : spans.filter((span) => {
        const held = termsHeld(span, analyse);
        return ways.some((terms) => terms.some((term) => held.has(term)));
      });
}
