import type { Span } from './build-spans.ts';
import { secondQuestion, type Relevance } from './judge-sentences.ts';
import type { RankedSpan } from './rank-spans.ts';
import { asksForName, deedToWhat, soughtBy, type Seeking } from './sought.ts';

/** By how much another sentence of the same text, or of another one, may be further from the question. */
const mayTrail = { sameText: 0.6, elsewhere: 0.3 };

/**
 * Of what was ranked, first what holds what was asked for. The nearest sentence has the question's name in it as like as
 * not; who did it, where or how long is told beside it, of "the film" or "it": a sentence of the same text that has the
 * question's own words and the sort of thing that is asked for goes before one that lacks either.
 */
export function holdingAnswerFirst(
  ranked: readonly RankedSpan[],
  asked: Seeking,
  relevance: Pick<Relevance, 'analyse'>,
): RankedSpan[] {
  const [best, ...others] = ranked;
  const fitOf = soughtBy(asked, relevance);
  if (best === undefined || fitOf === null) return [...ranked];
  // A name is told or it is not.
  if (
    asksForName.test(asked.question) &&
    !ranked.some((span) => span.originals.some((_, at) => fitOf(from(span, at)).typed))
  )
    return [];
  // Of a film by its whole name, who directed it is told with that verb or not at all.
  const name = deedToWhat(asked.question);
  const onIt = name === null ? [] : ranked.filter(({ evidence }) => isOn(evidence, name));
  const isTold = (span: RankedSpan): boolean =>
    span.originals.some((_, at) => fitOf(from(span, at)).did);
  if (onIt.length > 0 && !onIt.some(isTold)) return [];
  const least = fitOf(best);
  const better = others
    .map((span) => ({ span, fit: fitOf(span) }))
    .filter(({ span, fit }) => {
      const same = span.evidence.documentKey === best.evidence.documentKey;
      const trail = best.relevance - span.relevance;
      if (trail > (same ? mayTrail.sameText : mayTrail.elsewhere) || !fit.typed) return false;
      if (!same && (fit.words < 1 || fit.named < least.named)) return false;
      if (least.typed) return fit.words > least.words;
      return same ? fit.words > 0 : fit.words >= least.words;
    })
    .toSorted((a, b) => b.fit.words - a.fit.words || b.span.relevance - a.span.relevance);
  const first = better[0]?.span;
  // What led up to it was only near; what follows it in its text may go on from it.
  return first === undefined
    ? [...ranked]
    : [
        first,
        ...ranked.filter(
          ({ evidence: { passageId }, at }) =>
            passageId === first.evidence.passageId && at > first.at,
        ),
      ];
}

const isOn = ({ title, text }: RankedSpan['evidence'], name: string): boolean =>
  `${title ?? ''} ${text}`.includes(name);

/** One of its sentences. */
const from = (span: RankedSpan, at: number): RankedSpan => ({
  ...span,
  originals: span.originals.slice(at, at + 1),
  sentences: span.sentences.slice(at, at + 1),
});

/** Whether a span tells what was asked for, in the question's own words; null where nothing in particular is asked for. */
export function settles(
  asked: Seeking,
  relevance: Pick<Relevance, 'analyse'>,
): ((span: Span) => boolean) | null {
  if (secondQuestion.test(asked.question)) return null;
  const fitOf = soughtBy(asked, relevance);
  if (fitOf === null) return null;
  return (span) => {
    const { typed, words } = fitOf(span);
    return typed && words > 0;
  };
}
