import type { SpeakRequest } from '../../speaker.ts';
import type { Span } from '../build-spans.ts';
import type { Relevance } from '../judge-sentences.ts';
import { rankSpans, type RankedSpan } from '../rank-spans.ts';
import { wordsOf } from '../split-sentences.ts';
import { placeOfAnswer, wantedBy } from './follow-up-wants.ts';

export interface FollowUpAnswers {
  /** Best first. */
  answers: RankedSpan[];
  /** Something in particular is asked for: a word, a sort, a measure. */
  asks: boolean;
}

/** A short question after a reply is as like as not on what that reply was on. */
const shortWords = 8;
/** By how much something else must be nearer to be said instead. */
const lastLead = 0.35;

/**
 * What answers a follow-up, best first: it tells of whom or what the talk is about, or stands where the last reply
 * came from, and holds what is asked for. Empty: nothing known does.
 */
export async function answersFollowUp(
  spans: readonly Span[],
  request: SpeakRequest,
  relevance: Relevance,
  signal: AbortSignal,
): Promise<FollowUpAnswers> {
  const wanted = wantedBy(request, relevance);
  const fitting = spans
    .map((span) => ({ span, place: placeOfAnswer(span, request, wanted, relevance) }))
    .filter(({ place }) => place >= 0);
  const { words, measure, type } = wanted;
  const asks = words.length > 0 || measure !== null || type !== null;
  const rank = (of: typeof fitting): Promise<RankedSpan[]> | RankedSpan[] =>
    of.length === 0
      ? []
      : rankSpans(
          of.map(({ span }) => span),
          request,
          relevance,
          signal,
        );
  // What leads up to the answer is left out where that is plainly on the question without it.
  const first = await rank(fitting.filter(({ place }) => place === 0));
  const answers = first.length > 0 ? first : await rank(fitting);
  return { answers, asks };
}

/** Of these, best first, what stands where the last reply came from and holds all that a short question asks with. */
export function answersOnLast(
  ranked: readonly RankedSpan[],
  request: SpeakRequest,
  relevance: Relevance,
): RankedSpan | null {
  const { asked, recent, profile } = request;
  if (recent === undefined || recent.size === 0 || profile !== undefined) return null;
  if (wordsOf(asked).length > shortWords) return null;
  const wanted = wantedBy(request, relevance);
  if (wanted.words.length === 0) return null;
  const best = ranked.find(
    (span) =>
      recent.has(span.evidence.documentKey) &&
      placeOfAnswer(span, request, wanted, relevance) === 0,
  );
  return best !== undefined && (ranked[0]?.relevance ?? 0) - best.relevance <= lastLead
    ? best
    : null;
}
