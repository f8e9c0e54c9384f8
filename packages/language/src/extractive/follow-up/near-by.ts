import type { SpeakRequest } from '../../speaker.ts';
import type { Span } from '../build-spans.ts';
import { chooseLine, lastReplies, turnSeed } from '../choose-line.ts';
import { heardIn } from '../heard-in.ts';
import type { Relevance } from '../judge-sentences.ts';
import { askedWords } from './asked-words.ts';
import { kinTerms } from './everyday-kin.ts';
import { calls } from './is-of.ts';
import { rankSpans, type RankedSpan } from '../rank-spans.ts';
import { wordsOf } from '../split-sentences.ts';

/** Cosine from which a sentence of the text that the talk is on has to do with the question. */
const near = { withItsWords: 0.38, otherwise: 0.5 };

/** Fewer words are a scrap. */
const fewestWords = 7;

const english = [
  'What I can tell you is this: ',
  'This much I do know: ',
  'But I can tell you this: ',
] as const;

/**
 * What may be told beside a decline: of the text that the last reply rests on, something new that is near to what was
 * asked, with what leads up to it. Not in two replies in a row: then it is plain that nothing answers.
 */
export async function nearBy(
  spans: readonly Span[],
  request: SpeakRequest,
  relevance: Relevance,
  signal: AbortSignal,
): Promise<{ span: RankedSpan; lead: string } | null> {
  const { recent, history, language, asked, question, goesOn, about } = request;
  if (language !== 'en' || recent === undefined || recent.size === 0 || goesOn === true)
    return null;
  const last = lastReplies(history, 1)[0] ?? '';
  if (english.some((lead) => last.includes(lead))) return null;
  const { heard } = heardIn(request);
  const called = about === undefined ? null : calls(about);
  const fresh = spans.filter(
    ({ evidence, telling, sentences, originals, words }) =>
      recent.has(evidence.documentKey) &&
      telling === 'own' &&
      // More of it leads away from what was asked.
      sentences.length === 1 &&
      words >= fewestWords &&
      !sentences.some(heard) &&
      // Of somebody else it would be beside the question.
      (called === null ||
        about?.person !== true ||
        [...originals, ...sentences].some((sentence) => called.test(sentence))),
  );
  if (fresh.length === 0) return null;
  const ranked = await rankSpans(fresh, request, relevance, signal);
  const embedded = relevance.similarity !== undefined;
  const terms = new Set(
    askedWords(asked, language, []).flatMap((word) => kinTerms(word, language, relevance.analyse)),
  );
  const holdsAny = (sentences: readonly string[]): boolean =>
    relevance.analyse(sentences.join(' '), language).some((term) => terms.has(term));
  const span = ranked.find(
    ({ similarity, sentences }) =>
      (!embedded || similarity >= (holdsAny(sentences) ? near.withItsWords : near.otherwise)) &&
      !tellsTheSame(sentences.join(' '), last),
  );
  const lead = chooseLine(english, turnSeed(question, history), history);
  return span === undefined || lead === null ? null : { span, lead };
}

/** Two texts may tell the same in nearly the same words: the share of its words that the last reply holds. */
const sameWords = 0.6;

function tellsTheSame(told: string, last: string): boolean {
  const words = wordsOf(told.toLowerCase());
  const held = new Set(wordsOf(last.toLowerCase()));
  return words.filter((word) => held.has(word)).length >= sameWords * words.length;
}
