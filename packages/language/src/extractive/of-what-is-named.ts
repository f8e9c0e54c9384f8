import type { SearchResult } from '@personate/contracts';
import type { SpeakRequest } from '../speaker.ts';
import type { Span } from './build-spans.ts';
import type { Asked as Question } from './judge-sentences.ts';
import { wholeText } from './whole-text.ts';

type Asked = Question & Partial<Pick<SpeakRequest, 'evidence'>>;

/** What tells of another name, another day or another relative than the question names is no answer to it. */
export function ofWhatIsNamed<S extends Span>(spans: readonly S[], asked: Asked): S[] {
  if (asked.language !== 'en') return [...spans];
  return [...ofItsRelative(onItsWeekday(withItsName(spans, asked), asked), asked)];
}

/** A name of several words: "Yorkshire Marathon". */
const longName =
  /(?<=\p{L} (?:the )?)(?!I\b)\p{Lu}[\p{L}’'-]+(?: (?:of |de |von |van |the )?\p{Lu}[\p{L}’'-]+)+/gu;

/** Where one text has the whole name that is asked for, another that has a part of it is on something else. */
function withItsName<S extends Span>(
  spans: readonly S[],
  { question, persona, evidence = [] }: Asked,
): readonly S[] {
  const asked = [...question.matchAll(longName)]
    .map(([name]) => name.replace(/['’]s?$/u, ''))
    .filter((name) => !persona.name.includes(name));
  if (asked.length === 0) return spans;
  const namesIt = (evidence: SearchResult): boolean =>
    asked.some((name) => wholeText(evidence).includes(name));
  // It may be told where nothing can be said of it: what is so of another one is no answer all the same.
  const isNamed = evidence.some(namesIt) || spans.some((span) => namesIt(span.evidence));
  return isNamed ? spans.filter((span) => namesIt(span.evidence)) : spans;
}

const weekday = /(?<!\p{L})(?:mon|tues|wednes|thurs|fri|satur|sun)(?=days?(?!\p{L}))/giu;

/** "Monday to Friday" */
const dayRange = /days? ?(?:to|till|until|through|[–-]) ?\p{L}+day/iu;

/** "What time do you close on Saturdays?": what is told of Sundays alone is no answer. */
function onItsWeekday<S extends Span>(spans: readonly S[], { question }: Asked): readonly S[] {
  const daysIn = (text: string): string[] =>
    (text.match(weekday) ?? []).map((day) => day.toLowerCase());
  const asked = daysIn(question);
  if (asked.length === 0) return spans;
  return spans.filter(({ originals }) => {
    const text = originals.join(' ');
    const told = daysIn(text);
    return told.length === 0 || dayRange.test(text) || told.some((day) => asked.includes(day));
  });
}

const relatives =
  'father|dad|mother|mum|mam|mom|husband|wife|brother|sister|son|daughter|uncle|aunt|cousin|grandfather|grandmother|nephew|niece';
const asksOf = new RegExp(
  `(?<!\\p{L})(?:did|does|do|is|was|has|had|can|could|would|will) your (?:\\p{Ll}+ )?(?<who>${relatives})(?!\\p{L})`,
  'iu',
);
const beginsWith = new RegExp(`^(?:My|Our) (?:\\p{Ll}+ )?(?<who>${relatives})(?!\\p{L})`, 'u');

/** "What did your mother teach?": not what "my uncle" taught. */
function ofItsRelative<S extends Span>(spans: readonly S[], { question }: Asked): readonly S[] {
  const asked = asksOf.exec(question)?.groups?.['who']?.toLowerCase();
  if (asked === undefined) return spans;
  return spans.filter(({ sentences: [first = ''] }) => {
    if (first.toLowerCase().includes(asked)) return true;
    const told = beginsWith.exec(first)?.groups?.['who'];
    return told === undefined ? !ofOneself.test(first) : isSame(told, asked);
  });
}

/** "How did your father come to Ireland?": "I'm from Kinvara in the west of Ireland" is on somebody else. */
const ofOneself = /^I(?:['’]m| am| was) (?:from|born|a|an)(?!\p{L})/u;

const sameOnes = [
  ['father', 'dad'],
  ['mother', 'mum', 'mam', 'mom'],
];
const isSame = (a: string, b: string): boolean =>
  a === b || sameOnes.some((ones) => ones.includes(a) && ones.includes(b));
