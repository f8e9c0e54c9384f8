import type { SearchResult } from '@personate/contracts';
import { baseLanguage } from '../detect-language.ts';
import { namesRival, toFirstPerson, type Subject } from './first-person/third-to-first.ts';
import { tokensOf } from './first-person/tokens.ts';
import { cellMark, rowAloud } from './headed/table-rows.ts';
import { splitSentences, wordsOf } from './split-sentences.ts';
import { whyUnfit, whyUnsayable } from './stands-alone.ts';
import { timeBinding } from './time-bound.ts';

/** How a span is to be told. */
export type Telling = 'own' | 'dated' | 'attributed' | 'foreign';

/** One to three neighbouring sentences of one passage that can be said to a stranger. */
export interface Span {
  /** Citation number: 1-based place in the evidence. */
  n: number;
  evidence: SearchResult;
  /** The passage's language. */
  language: string;
  /** As they are to be spoken, in order. */
  sentences: string[];
  /** As they stand in the passage. */
  originals: string[];
  /** Index of the first among the passage's sentences. */
  at: number;
  telling: Telling;
  words: number;
  /** The rest of its paragraph, where that is short: the punch line comes last. */
  tail?: { sentences: string[]; words: number };
}

export interface SpanLimits {
  /** The question's language: what is in another one is quoted as such. */
  language: string;
  /** Of the whole reply. */
  maxSentences: number;
  /** Of one span: a narrow question's reply keeps room for a second document. */
  maxInSpan: number;
  maxWords: number;
  /** The question is broad: a little story fits. */
  broad: boolean;
  /** Whether it was said just before: what follows such a sentence may begin with "it". */
  heard?: (sentence: string) => boolean;
  /** A question for a time or for plans: appointments may be told, with their date. */
  plansWanted: boolean;
}

interface Sayable {
  original: string;
  spoken: string;
  /** It can begin a reply. */
  opens: boolean;
  /** It can be said at all, after its predecessor. */
  follows: boolean;
  telling: Telling;
  /** A few words that can end what was said: "Still here." */
  endsOn?: boolean;
}

const tailLimits = { sentences: 2, words: 35 };

/** Every span of the passage that stands on its own, shortest first at each start. */
export function buildSpans(
  evidence: SearchResult,
  n: number,
  subject: Subject,
  language: string,
  limits: SpanLimits,
): Span[] {
  if (evidence.stance === 'to') return [];
  const paragraphs = evidence.text
    .split(/\n\s*\n/u)
    .map((paragraph) => splitSentences(paragraph, language));
  const originals = paragraphs.flat();
  /** Of each sentence, the index behind its paragraph's last one. */
  const ends = paragraphs.flatMap((own, index) => {
    const end = paragraphs.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0);
    return own.map(() => end);
  });
  const sentences = originals.map((original, index) =>
    judge({ original, previous: originals[index - 1] ?? '', evidence, subject, language, limits }),
  );
  const spans: Span[] = [];
  for (const [at, first] of sentences.entries()) {
    const before = sentences[at - 1];
    const goesOn = before !== undefined && first.follows && limits.heard?.(before.spoken) === true;
    // What was said can be said again, in whatever way it could be said then.
    const said = first.telling === 'own' && limits.heard?.(first.spoken) === true;
    if (!first.opens && !goesOn && !said) continue;
    let words = 0;
    for (let end = at; end < Math.min(sentences.length, at + limits.maxInSpan); end += 1) {
      const sentence = sentences[end];
      if (sentence === undefined || (end > at && !sentence.follows)) break;
      if (end > at && sentence.telling !== first.telling) break;
      if (end > at && first.telling === 'attributed') break;
      words += wordsOf(sentence.spoken).length;
      if (words > limits.maxWords) break;
      const run = sentences.slice(at, end + 1);
      spans.push({
        n,
        evidence,
        language,
        sentences: run.map(({ spoken }) => spoken),
        originals: run.map(({ original }) => original),
        at,
        telling:
          first.telling === 'own' && language !== limits.language ? 'foreign' : first.telling,
        words,
        ...tailOf(sentences.slice(end + 1, ends[end]), first.telling),
      });
    }
  }
  return spans;
}

function tailOf(rest: readonly Sayable[], telling: Telling): Pick<Span, 'tail'> {
  const words = rest.reduce((sum, { spoken }) => sum + wordsOf(spoken).length, 0);
  const sayable = rest.every(
    (sentence, index) =>
      sentence.telling === telling &&
      (sentence.follows || (index === rest.length - 1 && sentence.endsOn === true)),
  );
  if (telling !== 'own' || rest.length === 0 || !sayable) return {};
  if (rest.length > tailLimits.sentences || words > tailLimits.words) return {};
  return { tail: { sentences: rest.map(({ spoken }) => spoken), words } };
}

interface Judged {
  original: string;
  /** The sentence before it in the passage. */
  previous: string;
  evidence: SearchResult;
  subject: Subject;
  language: string;
  limits: SpanLimits;
}

function judge(input: Judged): Sayable {
  return input.evidence.stance === 'about' ? judgeAbout(input) : judgeOwn(input);
}

function judgeOwn({ original, evidence, subject, language, limits }: Judged): Sayable {
  const row = cellMark.test(original);
  const spoken = tidy(row ? rowAloud(original) : original);
  const bound = timeBinding(spoken, language);
  const dated = bound !== 'none' && evidence.at !== null;
  // Plans and appointments are stale once their day is over; without a date nobody can tell when that was.
  const stale = bound === 'future' ? !(limits.plansWanted && dated) : bound === 'past' && !dated;
  const barred = stale || (answersSomebody(evidence) && secondPerson.test(spoken));
  return {
    original,
    spoken,
    opens: !barred && whyUnfit(spoken, language, subject.names) === null,
    // The next row of a table is on something else.
    follows: !barred && !row && whyUnsayable(spoken, language) === null,
    endsOn: !barred && !row && whyUnsayable(spoken, language) === 'fragment',
    telling: dated ? 'dated' : 'own',
  };
}

const secondPerson =
  /(?<!\p{L})(?:you|your|yours|du|dein\p{L}*|dir|dich|din|ditt|tú|tu|ti)(?!\p{L})/iu;

function judgeAbout({ original, previous, subject, language }: Judged): Sayable {
  const plain = tidy(original);
  const english = baseLanguage(language) === 'en';
  const told =
    english && !meansSomebodyElse(plain, previous, subject) ? toFirstPerson(plain, subject) : null;
  const bound = timeBinding(plain, language) !== 'none';
  if (told !== null) {
    const follows = !bound && whyUnsayable(told, language) === null;
    const opens = !bound && whyUnfit(told, language) === null;
    return { original, spoken: told, opens, follows, telling: 'own' };
  }
  const named = subject.names.some((name) => plain.includes(name));
  const opens = named && !bound && whyUnfit(plain, language, subject.names) === null;
  return { original, spoken: plain, opens, follows: false, telling: 'attributed' };
}

/** "He" right after a sentence that began with another man is that man as likely as the persona. */
function meansSomebodyElse(sentence: string, previous: string, subject: Subject): boolean {
  if (!/^(?:she|he|her|his)\b/iu.test(sentence)) return false;
  const first = tokensOf(previous, subject.names).find(
    ({ kind }) => kind === 'word' || kind === 'self',
  );
  return first?.kind === 'word' && namesRival(first, subject.pronoun);
}

/** A reply in a thread: somebody else's words stand right before it. */
function answersSomebody(evidence: SearchResult): boolean {
  return (
    evidence.kind === 'social' &&
    evidence.context.some(({ author }) => author !== undefined && author !== evidence.author)
  );
}

/** Without trailing tags and pictures, with its full stop. */
export function tidy(sentence: string): string {
  const bare = sentence
    .replace(/(?:\s+#[\p{L}\p{N}_]+)+\s*$/u, '')
    .replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D}|\s)+$/u, '')
    .replace(/\*\*|__|`/gu, '')
    .replace(/[!]{2,}$/u, '!')
    .trim();
  return /[.!?…]["”’»)\]]*$/u.test(bare) ? bare : `${bare}.`;
}
