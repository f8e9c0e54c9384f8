import { ownOf, type SearchResult } from '@personate/contracts';
import type { Relevance } from '../judge-sentences.ts';
import { wordsOf } from '../split-sentences.ts';
import { isOfPast } from './is-of-past.ts';
import { isSameDeed } from './same-deed.ts';

/** What a question wants: two that want another thing are two questions, whatever words they share. */
type Wants =
  | 'time'
  | 'money'
  | 'duration'
  | 'number'
  | 'thing'
  | 'who'
  | 'where'
  | 'why'
  | 'way'
  | 'whether';

const wants: Readonly<Record<string, ReadonlyArray<readonly [Wants, RegExp]>>> = {
  en: [
    ['time', /\b(?:(?:at |by )?(?:what|which) (?:time|day|date)|when)\b/iu],
    [
      'money',
      /\bhow much\b|\bwhat (?:do|does|did|will|would)\b.*\bcost\b|\bwhat (?:is|are) the (?:price|cost|fee)s?\b/iu,
    ],
    ['duration', /\bhow long\b/iu],
    ['number', /\bhow many\b/iu],
    ['thing', /\b(?:what|which)\b/iu],
    ['who', /\b(?:who|whom|whose)\b/iu],
    ['where', /\bwhere\b/iu],
    ['why', /\bwhy\b/iu],
    ['way', /\bhow\b/iu],
    [
      'whether',
      /^(?:and |so |but )?(?:can|may|do|does|did|is|are|am|was|were|should|must|will|would|could|have|has|need)\b/iu,
    ],
  ],
  de: [
    ['time', /(?<!\p{L})(?:wann|um wie ?viel uhr)(?!\p{L})/iu],
    ['money', /(?<!\p{L})(?:wie ?viel kostet|was kostet|was kosten)(?!\p{L})/iu],
    ['duration', /(?<!\p{L})wie lange(?!\p{L})/iu],
    ['number', /(?<!\p{L})wie ?viele?(?!\p{L})/iu],
    ['thing', /(?<!\p{L})(?:was|welche[rsnm]?)(?!\p{L})/iu],
    ['who', /(?<!\p{L})(?:wer|wen|wem|wessen)(?!\p{L})/iu],
    ['where', /(?<!\p{L})(?:wo|wohin|woher)(?!\p{L})/iu],
    ['why', /(?<!\p{L})(?:warum|wieso|weshalb)(?!\p{L})/iu],
    ['way', /(?<!\p{L})wie(?!\p{L})/iu],
    [
      'whether',
      /^(?:und |aber )?(?:kann|darf|ist|sind|hat|haben|muss|soll|gibt|wird|können|dürfen|müssen)(?!\p{L})/iu,
    ],
  ],
  sv: [
    ['time', /(?<!\p{L})(?:när|vilken (?:tid|dag))(?!\p{L})/iu],
    ['money', /(?<!\p{L})(?:vad kostar|hur mycket)(?!\p{L})/iu],
    ['duration', /(?<!\p{L})hur länge(?!\p{L})/iu],
    ['number', /(?<!\p{L})hur många(?!\p{L})/iu],
    ['thing', /(?<!\p{L})(?:vad|vilken|vilket|vilka)(?!\p{L})/iu],
    ['who', /(?<!\p{L})(?:vem|vems)(?!\p{L})/iu],
    ['where', /(?<!\p{L})(?:var|vart|varifrån)(?!\p{L})/iu],
    ['why', /(?<!\p{L})varför(?!\p{L})/iu],
    ['way', /(?<!\p{L})hur(?!\p{L})/iu],
    ['whether', /^(?:och |men )?(?:kan|får|är|har|måste|ska|finns)(?!\p{L})/iu],
  ],
  es: [
    ['time', /(?<!\p{L})(?:cuándo|a qué hora)(?!\p{L})/iu],
    ['money', /(?<!\p{L})cuánto (?:cuesta|vale)n?(?!\p{L})/iu],
    ['duration', /(?<!\p{L})cuánto tiempo(?!\p{L})/iu],
    ['number', /(?<!\p{L})cuánt[oa]s(?!\p{L})/iu],
    ['thing', /(?<!\p{L})(?:qué|cuál|cuáles)(?!\p{L})/iu],
    ['who', /(?<!\p{L})qui[eé]n(?:es)?(?!\p{L})/iu],
    ['where', /(?<!\p{L})(?:dónde|adónde)(?!\p{L})/iu],
    ['why', /(?<!\p{L})por qué(?!\p{L})/iu],
    ['way', /(?<!\p{L})cómo(?!\p{L})/iu],
    ['whether', /^¿?(?:y |pero )?(?:puedo|se puede|es|está|hay|tengo que|debo)(?!\p{L})/iu],
  ],
};

/** What it wants by the first word that says so; null: it asks nothing. */
export function wantsOf(text: string, language: string): Wants | null {
  let found: { kind: Wants; at: number } | null = null;
  for (const [kind, pattern] of ownOf(wants, language) ?? []) {
    const at = pattern.exec(text)?.index;
    if (at !== undefined && (found === null || at < found.at)) found = { kind, at };
  }
  return found?.kind ?? null;
}

/** What is another at another time. */
const varies: ReadonlySet<Wants> = new Set(['time', 'money', 'duration', 'number']);

/** How much of the question's words a heading must hold, and the question of the heading's; and both together. */
const least = { ofQuestion: 0.75, ofHeading: 0.5, both: 1.5 };

/**
 * How nearly the heading asks the question itself: 2 where it holds the same words, 0 where it asks for anything else.
 * `topic`: the heading asks nothing, and names what is asked for in the same words ("Returns procedure").
 */
export function headingAsks(
  question: string,
  heading: string,
  language: string,
  { analyse }: Pick<Relevance, 'analyse'>,
): { near: number; topic: boolean } {
  const no = { near: 0, topic: false };
  const termsOf = (text: string): Set<string> =>
    new Set(analyse(text, language).filter((term) => term.length > 1 || /\p{N}/u.test(term)));
  const asked = termsOf(question);
  const headed = termsOf(heading);
  const shared = [...asked].filter((term) => headed.has(term)).length;
  if (shared === 0) return no;
  const kind = wantsOf(heading, language);
  if (kind === null) {
    const same = shared === asked.size && shared === headed.size;
    return same && asked.size > 1 ? { near: 2, topic: true } : no;
  }
  if (wantsOf(question, language) !== kind) return no;
  // "When did you open the shop?" is not answered under "When do you open the shop?".
  if (isOfPast(question, language) !== isOfPast(heading, language) && varies.has(kind)) return no;
  // "Who knows the alarm code?" under "Who has the alarm code?"
  const other = language === 'en' ? otherVerb(question, heading, analyse) : null;
  const ofQuestion = (shared + (other === null ? 0 : other.asked)) / asked.size;
  const ofHeading = (shared + (other === null ? 0 : other.headed)) / headed.size;
  const near =
    ofQuestion >= least.ofQuestion &&
    ofHeading >= least.ofHeading &&
    ofQuestion + ofHeading >= least.both;
  return near ? { near: ofQuestion + ofHeading, topic: false } : no;
}

/** How many content terms are another verb for the same deed, on either side; null where none is. */
function otherVerb(
  question: string,
  heading: string,
  analyse: Relevance['analyse'],
): { asked: number; headed: number } | null {
  const wordsIn = (text: string): string[] => wordsOf(text.toLowerCase());
  const headed = wordsIn(heading);
  for (const word of wordsIn(question)) {
    const same = headed.includes(word) ? undefined : headed.find((one) => isSameDeed(word, one));
    if (same === undefined) continue;
    return {
      asked: Math.min(1, analyse(word, 'en').length),
      headed: Math.min(1, analyse(same, 'en').length),
    };
  }
  return null;
}

/** The heading that stands right above the passage: its document's title where there is none. */
export const headingOf = ({ title, headings }: Pick<SearchResult, 'title' | 'headings'>): string =>
  headings?.at(-1) ?? title ?? '';
