import type { SpeakRequest } from '../../speaker.ts';
import type { Span } from '../build-spans.ts';
import type { Relevance } from '../judge-sentences.ts';
import { rankSpans, type RankedSpan } from '../rank-spans.ts';
import { wordsOf } from '../split-sentences.ts';
import { whatIsCounted } from './in-its-measure.ts';
import { numberWords } from './measures.ts';
import { placeOfAnswer, wantedBy, type Wanted } from './follow-up-wants.ts';

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
  const fittingBy = (how: Wanted): Fitting[] =>
    spans
      .map((span) => ({ span, place: placeOfAnswer(span, request, how, relevance) }))
      .filter(({ place }) => place >= 0);
  // "What was it called before?": what says "called" goes before what merely has a name in it.
  const naming =
    wanted.type === 'name' && !wanted.ownName ? fittingBy({ ...wanted, naming: true }) : [];
  const found = naming.length > 0 ? naming : fittingBy(wanted);
  const dated = wanted.type === 'time' ? found.filter(tellsDate) : [];
  const counted = wanted.measure === 'count' ? found.filter(countsWhat(request.asked)) : [];
  const fitting = [dated, counted, found].find((some) => some.length > 0) ?? [];
  const { words, measure, type, ownName } = wanted;
  const asks = words.length > 0 || measure !== null || type !== null || ownName;
  const answers = await firstOf(inTurn(fitting, request).map((some) => () => rank(some)));
  return { answers: onWhatWasAsked(answers, request, relevance), asks };

  async function rank(some: typeof fitting): Promise<RankedSpan[]> {
    const all = some.map(({ span }) => span);
    return all.length === 0 ? [] : rankSpans(all, request, relevance, signal);
  }
}

/** "When?": a year or a day goes before "in my childhood". */
const tellsDate = ({ span, place }: Fitting): boolean => /\d/u.test(span.sentences[place] ?? '');

/** "How many children were there?": "twenty-six children" goes before "one minute". */
function countsWhat(asked: string): (one: Fitting) => boolean {
  const what = whatIsCounted(asked);
  if (what === undefined) return () => false;
  const pattern = new RegExp(
    `(?<!\\p{L})(?:\\d[\\d.,]*|${numberWords})(?:[ -]\\p{L}+){0,2} ${what.slice(0, 5)}`,
    'iu',
  );
  return ({ span, place }) => pattern.test(span.sentences[place] ?? '');
}

interface Fitting {
  span: Span;
  place: number;
}

/** What stands where the last reply came from goes first; what leads up to an answer is left out where it can be. */
function inTurn(fitting: readonly Fitting[], { recent }: SpeakRequest): Fitting[][] {
  const isRecent = ({ span }: Fitting): boolean => recent?.has(span.evidence.documentKey) === true;
  const begins = ({ place }: Fitting): boolean => place === 0;
  const near = fitting.filter(isRecent);
  return [near.filter(begins), near, fitting.filter(begins), [...fitting]];
}

async function firstOf<T>(ways: ReadonlyArray<() => Promise<T[]>>): Promise<T[]> {
  for (const way of ways) {
    const found = await way();
    if (found.length > 0) return found;
  }
  return [];
}

/** "When was that?": of several times, the one told with the words of the question before. */
function onWhatWasAsked(
  answers: readonly RankedSpan[],
  { asked, question, about, language }: SpeakRequest,
  { analyse }: Pick<Relevance, 'analyse'>,
): RankedSpan[] {
  // Names may have been put behind it: "When was that? (Louis Hahn)".
  const joined = question.replace(/ \([^()]*\)$/u, '');
  if (about !== undefined || !joined.endsWith(asked)) return [...answers];
  const terms = new Set(analyse(joined.slice(0, -asked.length), language));
  const shared = ({ originals }: RankedSpan): number => {
    const held = analyse(originals[0] ?? '', language);
    return new Set(held.filter((term) => terms.has(term))).size;
  };
  return answers.toSorted((a, b) => shared(b) - shared(a));
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
