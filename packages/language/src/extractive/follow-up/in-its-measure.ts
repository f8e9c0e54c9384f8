import type { SpeakRequest } from '../../speaker.ts';
import { answerTypeOf } from '../answer-type.ts';
import type { Span } from '../build-spans.ts';
import { secondQuestion, type Relevance } from '../judge-sentences.ts';
import { firstPerson } from '../of-persona.ts';
import { wordsOf } from '../split-sentences.ts';
import { askedWords } from './asked-words.ts';
import { kinTerms } from './everyday-kin.ts';
import { holdsMeasure, measureOf, type Measure } from './measures.ts';

/** "How many guests were there?": what was to be counted. */
const counted = /(?<!\p{L})(?:how many|wie ?viele|hur många|cuánt[oa]s) (?<what>\p{L}+)/iu;
export const whatIsCounted = (question: string): string | undefined =>
  counted.exec(question)?.groups?.['what'];

const countsOwn = /(?<!\p{L})how many .{1,40} (?:can|could|do|did|have|had) you(?!\p{L})/iu;
/** What is told in another measure is no answer to these; the others are asked for in too many words. */
const strict: ReadonlySet<Measure> = new Set(['colour', 'weight', 'count']);

/** A sum is told or it is not; "how much was left" may be asked of anything. */
const ofMoney =
  /(?<!\p{L})(?:cost|costs|pay|pays|paid|earn|earned|price|charge|charged|worth|salary|wages?|fee|money)(?!\p{L})/iu;

/** Whether one of its sentences is such. */
const tells = ({ originals, sentences }: Span, is: (sentence: string) => boolean): boolean =>
  originals.some((original, index) => is(sentences[index] ?? original));

/** How long or how fast is told by a time that it took, or by when it was. */
const tellsHowLong = (sentence: string): boolean =>
  holdsMeasure(sentence, 'duration') || holdsMeasure(sentence, 'speed') || /\d{4}/u.test(sentence);

/** Whether its text names anything of what the sum is asked of: what a film cost is not the price of a house. */
function onWhatIsPaid(
  question: string,
  language: string,
  analyse: Relevance['analyse'],
): (span: Span) => boolean {
  const words = askedWords(question, language, []).filter((word) => !ofMoney.test(word));
  const terms = words.flatMap((word) => kinTerms(word, language, analyse));
  return ({ evidence: { title, text }, language: own }) => {
    const held = new Set(analyse(`${title ?? ''} ${text}`, own));
    return terms.length === 0 || terms.some((term) => held.has(term));
  };
}

/** Those that tell something in the measure that the question names, or of what it counts; all where it names none. */
export function inItsMeasure(
  spans: readonly Span[],
  { question, language }: Pick<SpeakRequest, 'question' | 'language'>,
  { analyse }: Pick<Relevance, 'analyse'>,
): Span[] {
  const first = question.split(secondQuestion)[0] ?? question;
  const measure = measureOf(first) ?? (answerTypeOf(first) === 'money' ? 'cost' : null);
  if (measure === 'duration' || measure === 'speed')
    return spans.filter((span) => tells(span, tellsHowLong));
  if (measure === 'age')
    return spans.filter((span) => tells(span, (sentence) => holdsMeasure(sentence, measure)));
  if (measure === 'cost' && ofMoney.test(first)) {
    const on = onWhatIsPaid(first, language, analyse);
    return spans.filter(
      (span) => on(span) && tells(span, (sentence) => holdsMeasure(sentence, 'cost')),
    );
  }
  if (measure === null || !strict.has(measure)) return [...spans];
  const what = whatIsCounted(question);
  // "How many push-ups can you do?" is not told by those of somebody else.
  const ofOwn = (sentence: string): boolean =>
    language !== 'en' || !countsOwn.test(question) || firstPerson.test(sentence);
  const ways = new Set(
    what === undefined
      ? []
      : askedWords(what, language, []).flatMap((word) => kinTerms(word, language, analyse)),
  );
  // Decibel the cat is not counted in decibels; German writes every noun large.
  const countsIn = (word: string, own: string): boolean =>
    (own === 'de' || /^\p{Ll}/u.test(word)) && analyse(word, own).some((term) => ways.has(term));
  return spans.filter(({ originals, sentences, language: own }) =>
    originals.some(
      (original, index) =>
        holdsMeasure(sentences[index] ?? original, measure) &&
        ofOwn(sentences[index] ?? original) &&
        (ways.size === 0 || wordsOf(original).some((word) => countsIn(word, own))),
    ),
  );
}
