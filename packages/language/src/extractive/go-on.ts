import type { SpeakRequest } from '../speaker.ts';
import { answerTypeOf, holdsAnswerType } from './answer-type.ts';
import type { Span } from './build-spans.ts';

/** "And then?": what came before is no answer, nor what comes in another text. */
const whatFollowed =
  /^(?:(?:and|but|so|oh|ok(?:ay)?)[,?]? )*(?:then(?: what)?|what (?:happened|came|did you do) (?:then|next|after(?: that| wards)?)|what next|und dann|was dann|och sedan|vad hände sedan|y luego|y entonces)[\s?!.…]*$/iu;

export function asksWhatFollowed(asked: string): boolean {
  return whatFollowed.test(asked.trim());
}

/**
 * What comes next in the document that was told last, not said before: a reason where "why" was asked, else simply what
 * follows; null where it has no more.
 */
export function goOn(
  spans: readonly Span[],
  { recent, asked }: Pick<SpeakRequest, 'recent' | 'asked'>,
  heard: (sentence: string) => boolean,
): Span | null {
  const told = spans.filter(({ evidence }) => recent?.has(evidence.documentKey) === true);
  const fresh = told.filter(({ sentences }) => !sentences.some(heard));
  const type = answerTypeOf(asked);
  const reasons =
    type === null ? [] : fresh.filter(({ sentences }) => holdsAnswerType(sentences[0] ?? '', type));
  const after = fresh.filter((span) => {
    const last = lastHeard(span, told, heard);
    return span.at > last && (last >= 0 || !asksWhatFollowed(asked));
  });
  const [first] = [
    ...reasons,
    ...after.toSorted((a, b) => a.at - b.at || a.n - b.n),
    ...(asksWhatFollowed(asked) ? [] : fresh),
  ];
  if (first === undefined) return null;
  // From there as far as it can be told.
  const same = fresh.filter(({ n, at }) => n === first.n && at === first.at);
  return same.toSorted((a, b) => b.sentences.length - a.sentences.length)[0] ?? first;
}

/** Where in that passage the last sentence stands that was said. */
function lastHeard(
  { n }: Span,
  told: readonly Span[],
  heard: (sentence: string) => boolean,
): number {
  const said = told
    .filter((other) => other.n === n)
    .flatMap(({ at, sentences }) =>
      sentences.flatMap((sentence, index) => (heard(sentence) ? [at + index] : [])),
    );
  return Math.max(-1, ...said);
}
