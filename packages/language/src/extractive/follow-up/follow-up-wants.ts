import { ownOf } from '@personate/contracts';
import type { SpeakRequest } from '../../speaker.ts';
import { answerTypeOf, holdsAnswerType, type AnswerType } from '../answer-type.ts';
import type { Span } from '../build-spans.ts';
import type { Relevance } from '../judge-sentences.ts';
import { askedWords } from './asked-words.ts';
import { kinTerms, withItsKin } from './everyday-kin.ts';
import { lastReplies } from '../choose-line.ts';
import { firstPerson, ofPersona } from '../of-persona.ts';
import { isByOtherName } from './is-by-other-name.ts';
import { calls, isOf } from './is-of.ts';
import { holdsMeasure, measureOf, type Measure } from './measures.ts';

/** What a sentence must hold to answer a follow-up. */
export interface Wanted {
  /** A model put it so that it stands alone: its own words say whom it is about. */
  alone: boolean;
  /** As sentences call whom or what it is about; null: nothing was named. */
  called: RegExp | null;
  measure: Measure | null;
  type: AnswerType | null;
  /** The name itself of whom it is about. */
  ownName: boolean;
  /** A name is told by a word of naming, and not only there. */
  naming?: boolean;
  /** "Which horse won?": the text may say that it is on horses, and the sentence only who won. */
  sort: ReadonlySet<string> | null;
  /** For each word that was asked with, the terms any of which will do. */
  words: ReadonlyArray<ReadonlySet<string>>;
}

export function wantedBy(
  request: Pick<SpeakRequest, 'asked' | 'question' | 'about' | 'language'>,
  { analyse }: Pick<Relevance, 'analyse'>,
): Wanted {
  const { about, language } = request;
  const alone = about === undefined && !request.question.includes(request.asked);
  const asked = alone ? request.question : request.asked;
  const measure = measureOf(asked);
  const named = about === undefined ? [] : [about.phrase];
  const termsOf = (word: string): ReadonlySet<string> => new Set(kinTerms(word, language, analyse));
  const words = askedWords(asked, language, named).filter(
    (word) => measure === null || !measureNouns.has(word),
  );
  const which = /^(?:and |but |so )?which (\p{L}+) /iu.exec(asked)?.[1]?.toLowerCase();
  // "Which animal?" is answered with one of its kin.
  const sort =
    which !== undefined && words.length > 1 && withItsKin(which, language).length === 1
      ? which
      : null;
  return {
    alone,
    called: about === undefined ? null : calls(about),
    measure,
    type: measure === null ? answerTypeOf(asked) : null,
    ownName: asksOwnName.test(asked),
    sort: sort === null ? null : termsOf(sort),
    words: words.filter((word) => word !== sort).map(termsOf),
  };
}

/** "What was it called?", "What is her name?" */
const asksOwnName =
  /^(?:and |but |so )?(?:what|how) ?(?:['’]s|is|was|are|were) (?:(?:it|he|she|they|that) (?:called|named)|(?:its|his|her|their) (?:(?:first|full|last|real) )?names?)(?: (?:then|again|exactly))?[\s?!.]*$/iu;
/** They say which measure is meant, and what holds it need not. */
const measureNouns: ReadonlySet<string> = new Set(
  'temperature hot cold warm weight heavy age size height speed price cost'.split(' '),
);

type Placed = Pick<SpeakRequest, 'asked' | 'about' | 'recent' | 'language' | 'history'>;

/** Which of the span's sentences answers, by its place; -1 where none does. */
export function placeOfAnswer(
  span: Span,
  request: Placed,
  wanted: Wanted,
  { analyse }: Pick<Relevance, 'analyse'>,
): number {
  const { called, measure, type, ownName, sort, words } = wanted;
  if (sort !== null && !analyse(span.evidence.text, span.language).some((term) => sort.has(term)))
    return -1;
  return span.originals.findIndex((original, index) => {
    if (!tellsOf(span, index, request, wanted)) return false;
    const spoken = span.sentences[index] ?? original;
    if (measure !== null && !holdsMeasure(spoken, measure)) return false;
    if (measure === 'cost' && ofPersona.test(request.asked) && !firstPerson.test(spoken))
      return false;
    if (wantsSpeech.test(request.asked) && !speech.test(original)) return false;
    if (wanted.naming === true && !namingWords.test(spoken)) return false;
    if (ownName && !tellsName(spoken, called, request.about?.phrase ?? '')) return false;
    if (sort !== null && !holdsType(spoken, 'name', called)) return false;
    if (!ownName && type !== null && !holdsType(spoken, type, called)) return false;
    const terms = new Set([...analyse(original, span.language), ...analyse(spoken, span.language)]);
    const held = words.filter((ways) => [...ways].some((term) => terms.has(term))).length;
    return held >= words.length - Math.floor(words.length / 3);
  });
}

/** "What did your mother say about it?" */
const wantsSpeech =
  /^(?:and |but |so )?what (?:did|does) .{1,40} (?:say|think|tell|reply|answer|make of)\b/iu;
const speech =
  /\b(?:say|says|said|tell|tells|told|call|calls|called|wrote|writes|think|thinks|thought|found|finds|believed|praised|answered|replied|warned|laughed|wished|feared|judged|considered|admired|advised|mocked|doubted|hoped|approved|objected|opinion|words?|letters?)\b/iu;

const namingWords = /(?<!\p{L})(?:called|named|known as|names? (?:is|was|are|were)) /iu;

/** By "called" or "named", or by calling so whom it is about. */
function tellsName(sentence: string, called: RegExp | null, phrase: string): boolean {
  const [told = ''] = called?.exec(sentence) ?? [];
  if (/^\p{Lu}/u.test(told) && phrase.includes(told)) return true;
  return /(?<!\p{L})(?:called|named?|names) (?:\p{Ll}+ ){0,3}["“‘]?\p{Lu}|["“‘]\p{Lu}|(?<!^)(?:my|our|the) \p{Ll}+,? \p{Lu}\p{Ll}+/u.test(
    sentence,
  );
}

/** Who is asked about is no answer to "who". */
function holdsType(sentence: string, type: AnswerType, called: RegExp | null): boolean {
  if (type === 'reason' && namesAfter.test(sentence)) return true;
  if (type !== 'person' && type !== 'name') return holdsAnswerType(sentence, type);
  const others = called === null ? sentence : sentence.replace(new RegExp(called, 'gu'), ' ');
  return holdsAnswerType(others.replace(months, ' '), type);
}

const months =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/gu;
/** Why it is called so. */
const namesAfter = /\b(?:named?|called) (?:[\p{L}’'-]+ ){0,4}(?:after|for|because|in honour)\b/iu;

/** Points at what was said, by which alone it can be told what is meant. */
const points: Readonly<Record<string, RegExp>> = {
  en: /\b(?:it|its|that|this|there|then|they|them|their|those|these|he|him|his|she|her|hers|(?:any|every|some)(?:one|body)|nobody|no one|you (?:two|both)|of you|each other|together)\b/iu,
  de: /(?<!\p{L})(?:er|ihn|ihm|sie|ihr\p{L}*|es|das|dort|da|damals|denen)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:han|honom|hans|hon|henne|hennes|det|den|där|då|dem|de|deras)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:él|ella|ellos|ellas|eso|esto|allí|ahí|lo)(?!\p{L})/iu,
};

/** "Who won?", "Who stopped you?": of what was just told. */
const saysLittle =
  /^(?:and |but |so )?(?:who|whom|which one) \p{L}+(?: (?:you|first|then|most|best))?[\s?!.]*$/iu;

function tellsOf(
  span: Span,
  place: number,
  { asked, about, recent, language, history }: Placed,
  { alone, called, words }: Wanted,
): boolean {
  // "And your father?" names whom it is about.
  const pointing = ownOf(points, language)?.test(asked) === true || saysLittle.test(asked);
  if (alone || (about === undefined && words.length > 0 && !pointing)) return true;
  const isRecent = recent?.has(span.evidence.documentKey) === true;
  return about === undefined || called === null
    ? isRecent
    : isOf(span, place, { about, called, recent: isRecent }) ||
        isByOtherName(span, place, { about, called, told: lastReplies(history, 1)[0] ?? '' });
}
