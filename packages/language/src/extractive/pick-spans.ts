import type { Span } from './build-spans.ts';
import { cellMark } from './headed/table-rows.ts';
import { byPersona } from './of-persona.ts';
import type { RankedSpan } from './rank-spans.ts';
import { wordsOf } from './split-sentences.ts';

export interface PickLimits {
  /** It holds what was asked for: another document has nothing to add. */
  settled?: (span: Span) => boolean;
  /** The question is broad: what several documents say belongs together. */
  broad: boolean;
  maxSentences: number;
  maxWords: number;
  /** As it was asked. */
  question?: string;
  /** It asks twice: the halves may be answered by two documents. */
  twofold?: boolean;
}

/** How near a further span must come to the best one: another document's words easily sound like another subject. */
const nearEnough = { samePassage: 0.75, broad: 0.8, narrow: 0.8 };
const sameText = 0.5;
/** Cosine below which another document's words are another subject. */
const secondHalf = 0.4;
/** A further span shorter than this sounds like an interjection. */
const fewestWords = 6;

/** The best span, and others while they add something and the reply stays short enough to be said aloud. */
export function pickSpans(ranked: readonly RankedSpan[], limits: PickLimits): RankedSpan[] {
  const best = ranked[0];
  if (best === undefined) return [];
  const picked = [best];
  const covered = new Set(best.covers);
  const settled = limits.settled?.(best) === true;
  for (const span of ranked.slice(1)) {
    if (span.relevance < requiredShare(span, best, limits) * best.relevance) continue;
    const sentences = picked.reduce(
      (sum, { sentences: own }) => sum + own.length,
      span.sentences.length,
    );
    const words = picked.reduce((sum, { words: own }) => sum + own, span.words);
    if (sentences > limits.maxSentences || words > limits.maxWords) continue;
    if (picked.some((other) => overlaps(other, span))) continue;
    // Two dated or attributed quotations in one reply read like a list of finds.
    if (span.telling !== 'own' || span.words < fewestWords) continue;
    // Another row of a table is on something else.
    if (span.originals.some((original) => cellMark.test(original))) continue;
    if (isElsewhere(span, best) && isOfSomebodyElse(span, picked, limits.question)) continue;
    // The answer comes first, and nothing of another text after it.
    if (settled && (isElsewhere(span, best) || span.at < best.at)) continue;
    if (isElsewhere(span, best) && isOfOthersDeed(span, limits.question)) continue;
    if (!limits.broad && isElsewhere(span, best) && best.similarity > 0) {
      // To a narrow question one document answers: what another one adds sounds like another subject. To a question
      // that asks twice another may answer the second half, where it is near enough to be on it.
      if (limits.twofold !== true || span.similarity < secondHalf) continue;
    }
    const adds = [...span.covers].some((term) => !covered.has(term));
    if (!adds && !limits.broad && span.relevance < nearEnough.narrow * best.relevance) continue;
    picked.push(span);
    for (const term of span.covers) covered.add(term);
  }
  return inStoryOrder(picked);
}

/** It begins with somebody of whom neither the question nor what is told so far tells: "My parents married in June." */
function isOfSomebodyElse(
  { sentences: [first = ''] }: Span,
  picked: readonly Span[],
  question: string | undefined,
): boolean {
  if (question === undefined || /\b(?:who|whom|whose)\b/iu.test(question)) return false;
  const [, kin] =
    /^(?:My|Our) ((?:grand|step|god)?(?:parents|mother|father|mum|mam|mom|dad|brothers?|sisters?|sons?|daughters?|children|uncle|aunt|cousins?|wife|husband|friends?|neighbours?|partner))(?!\p{L})/u.exec(
      first,
    ) ?? [];
  if (kin === undefined) return false;
  const told = [question, ...picked.flatMap(({ sentences }) => sentences)].join(' ').toLowerCase();
  return !told.includes(kin) && !/family|famil|relatives|childhood|born|young/iu.test(question);
}

/** "Did you pay everyone back?": what somebody else owed is no second half of it. */
function isOfOthersDeed({ sentences }: Span, question: string | undefined): boolean {
  if (
    question === undefined ||
    !/^(?:\p{L}+[, ]+)?(?:did|do|have|were|are) you(?!\p{L})/iu.test(question)
  )
    return false;
  return !sentences.some((sentence) => byPersona.test(sentence));
}

function isElsewhere(span: RankedSpan, best: RankedSpan): boolean {
  return span.evidence.passageId !== best.evidence.passageId;
}

function requiredShare(span: RankedSpan, best: RankedSpan, limits: PickLimits): number {
  if (!isElsewhere(span, best)) return nearEnough.samePassage;
  return limits.broad ? nearEnough.broad : nearEnough.narrow;
}

/** The best one leads; what belongs to one document keeps its order there. */
function inStoryOrder(picked: readonly RankedSpan[]): RankedSpan[] {
  const lead = picked[0];
  if (lead === undefined) return [];
  return picked.toSorted((a, b) => {
    if (
      a.evidence.documentKey === b.evidence.documentKey &&
      a.evidence.passageId === b.evidence.passageId
    )
      return a.at - b.at;
    return picked.indexOf(a) - picked.indexOf(b);
  });
}

function overlaps(a: RankedSpan, b: RankedSpan): boolean {
  if (a.evidence.passageId === b.evidence.passageId) {
    const disjoint = a.at + a.sentences.length <= b.at || b.at + b.sentences.length <= a.at;
    if (!disjoint) return true;
  }
  const left = new Set(wordsOf(a.sentences.join(' ')).map((word) => word.toLowerCase()));
  const right = new Set(wordsOf(b.sentences.join(' ')).map((word) => word.toLowerCase()));
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / Math.max(1, Math.min(left.size, right.size)) > sameText;
}
