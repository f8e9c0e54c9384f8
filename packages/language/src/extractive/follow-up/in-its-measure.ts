import type { SpeakRequest } from '../../speaker.ts';
import type { Span } from '../build-spans.ts';
import { secondQuestion, type Relevance } from '../judge-sentences.ts';
import { askedWords } from './asked-words.ts';
import { withItsKin } from './everyday-kin.ts';
import { holdsMeasure, measureOf, type Measure } from './measures.ts';

/** "How many guests were there?": what was to be counted. */
const counted = /(?<!\p{L})(?:how many|wie ?viele|hur många|cuánt[oa]s) (?<what>\p{L}+)/iu;
/** What is told in another measure is no answer to these; the others are asked for in too many words. */
const strict: ReadonlySet<Measure> = new Set(['colour', 'weight', 'count']);

/** How long or how fast is told by a time that it took, or by when it was; without either it is not told at all. */
const tellsHowLong = ({ originals, sentences }: Span): boolean =>
  originals.some((original, index) => {
    const told = sentences[index] ?? original;
    return holdsMeasure(told, 'duration') || holdsMeasure(told, 'speed') || /\d{4}/u.test(told);
  });

/** Those that tell something in the measure that the question names, or of what it counts; all where it names none. */
export function inItsMeasure(
  spans: readonly Span[],
  { question, language }: Pick<SpeakRequest, 'question' | 'language'>,
  { analyse }: Pick<Relevance, 'analyse'>,
): Span[] {
  const measure = measureOf(question.split(secondQuestion)[0] ?? question);
  if (measure === 'duration' || measure === 'speed') return spans.filter(tellsHowLong);
  if (measure === null || !strict.has(measure)) return [...spans];
  const what = counted.exec(question)?.groups?.['what'];
  const ways = new Set(
    what === undefined
      ? []
      : askedWords(what, language, []).flatMap((word) =>
          withItsKin(word, language).flatMap((one) => analyse(one, language)),
        ),
  );
  return spans.filter(({ originals, sentences, language: own }) =>
    originals.some(
      (original, index) =>
        holdsMeasure(sentences[index] ?? original, measure) &&
        (ways.size === 0 || analyse(original, own).some((term) => ways.has(term))),
    ),
  );
}
