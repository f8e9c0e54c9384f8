import type { PersonaDocument } from '@personate/contracts';
import { homeLanguage } from '../detect-language.ts';
import { closingEvery, isFull, isPlain, openingEvery } from '../dial/dial.ts';
import { plainly } from '../dial/plainly.ts';
import type { ChatMessage, SpokenPart, ToneOf } from '../speaker.ts';
import type { Span } from './build-spans.ts';
import { lastReplies } from './choose-line.ts';
import { phrasesOf } from './phrases/phrases.ts';
import { sayLanguage, sayMonth } from './say-date.ts';
import { asksForView } from './views.ts';

export interface Voice {
  persona: PersonaDocument;
  history: readonly ChatMessage[];
  language: string;
  /** From 0, plain, to 1: see `dial`. */
  style: number;
  /** How much a text sounds like the persona, where its tone is known; `meaning` was embedded. */
  tone?: ToneOf;
  seed: number;
  /** A plain question (age, home, family) gets its answer without a flourish. */
  plain?: boolean;
  /** As it was asked. */
  asked?: string;
  /** What leads up to it, with its space; then nothing else begins or ends it. */
  lead?: string;
  /** It was said before, and is said to have been. */
  again?: boolean;
}

/** Longest reply that ends with a phrase of the persona's. */
const wordsBeforeClosing = { usual: 45, full: 75 };
/** A view is introduced; what is sad is told. */
const sadWords =
  /\b(?:die[ds]?|dead|death|buried|burial|grave|funeral|coffin|ill|illness|sick|cancer|lost|grief|mourn\p{L}*|cry|cried|tears|wept|sad|sorry|allerg\p{L}*|accident|drown\p{L}*|kill\p{L}*|war|fever|cholera|pain|divorc\p{L}*)\b/iu;

/** The spans as one reply: each sentence followed by what it rests on, framed where it is bound to its time. */
export function composeReply(spans: readonly Span[], voice: Voice): SpokenPart[] {
  const parts: SpokenPart[] = [];
  const { opening, closing } =
    voice.lead !== undefined
      ? { opening: voice.lead, closing: '' }
      : voice.again === true
        ? saidBefore(voice)
        : flourishFor(spans, voice);
  for (const [index, span] of spans.entries()) {
    if (index > 0) parts.push({ type: 'text', text: ' ' });
    parts.push(...tellSpan(span, index === 0 ? opening : '', voice));
  }
  if (closing !== '') parts.push({ type: 'text', text: ` ${closing}` });
  return parts;
}

interface Flourish {
  opening: string;
  closing: string;
}

/** Once: to be told in every reply that one was told already sounds like a reproach. */
function saidBefore({ language, history }: Voice): Flourish {
  const { asISaid } = phrasesOf(language);
  const last = lastReplies(history, 1)[0] ?? '';
  return { opening: last.includes(asISaid) ? '' : asISaid, closing: '' };
}

/** By the seed; where the dial asks for all of the manner and its tone is known, among what sounds most like it. */
function flourishFor(spans: readonly Span[], voice: Voice): Flourish {
  const [first] = spans;
  const openings = first === undefined ? [] : openingsFor(first, voice);
  const closings = closingsFor(spans, voice);
  if (isFull(voice.style) && voice.tone !== undefined)
    return byTone(spans, { openings, closings }, { ...voice, tone: voice.tone });
  const { seed, style } = voice;
  const opening = openings[Math.floor(seed / (openingEvery(style) ?? 1)) % (openings.length || 1)];
  const every = opening !== undefined && isFull(style) ? closingAfterOpening : 1;
  const closing =
    Math.floor(seed / 11) % every === 0
      ? closings[Math.floor(seed / 77) % (closings.length || 1)]
      : '';
  return { opening: opening === undefined ? '' : `${opening.trim()} `, closing: closing ?? '' };
}

/** Of those by which the reply gains most, one by the seed: the same one each time would be a tic. */
const likelyOnes = 3;

function byTone(
  spans: readonly Span[],
  { openings, closings }: { openings: readonly string[]; closings: readonly string[] },
  { seed, tone }: Voice & { tone: ToneOf },
): Flourish {
  const told = spokenOf(spans);
  const ways = ['', ...openings]
    .flatMap((opening) => ['', ...closings].map((closing) => ({ opening, closing })))
    .filter(({ opening, closing }) => opening !== '' || closing !== '')
    .map(({ opening, closing }, order) => {
      const lead = opening === '' ? '' : `${opening.trim()} `;
      const whole = `${lead}${joined(told, lead)}${closing === '' ? '' : ` ${closing}`}`;
      return { opening: lead, closing, order, score: tone(whole, told) };
    })
    .toSorted((a, b) => b.score - a.score || a.order - b.order);
  const plain = tone(told, told);
  const gaining = ways.filter(({ score }) => score > plain).slice(0, likelyOnes);
  const { opening, closing } = gaining[seed % (gaining.length || 1)] ?? {
    opening: '',
    closing: '',
  };
  return { opening, closing };
}

/** What the spans tell, in one: its embedding stands for the reply's meaning. */
export function spokenOf(spans: readonly Span[]): string {
  return spans.flatMap(({ sentences }) => sentences).join(' ');
}

function tellSpan(span: Span, opening: string, voice: Voice): SpokenPart[] {
  const framed = frame(span, voice);
  if (framed !== null)
    return [
      { type: 'text', text: opening + framed },
      { type: 'cite', n: span.n },
    ];
  const { openings } = voice.persona.persona.voice;
  const told = isPlain(voice.style)
    ? span.sentences.map((sentence) => plainly(sentence, voice.language, openings))
    : span.sentences;
  return told.flatMap((sentence, index): SpokenPart[] => [
    { type: 'text', text: index === 0 ? opening + joined(sentence, opening) : ` ${sentence}` },
    { type: 'cite', n: span.n },
  ]);
}

/** A quotation with its date, its author, or its language; null for what can be said plainly. */
function frame(span: Span, voice: Voice): string | null {
  const phrases = phrasesOf(voice.language);
  const quote = span.sentences.join(' ');
  if (span.telling === 'attributed') return phrases.writtenOfMe(quote, voice.seed);
  if (span.telling === 'foreign')
    return phrases.inMyLanguage(quote, sayLanguage(span.language, voice.language));
  if (span.telling === 'dated' && span.evidence.at !== null) {
    return phrases.wroteBack(
      sayMonth(span.evidence.at, span.evidence.atPrecision, voice.language),
      quote,
      voice.seed,
    );
  }
  return null;
}

/** Those that this reply may begin with; none in most turns, unless the dial asks for all of the manner. */
function openingsFor(span: Span, voice: Voice): string[] {
  const { seed, style } = voice;
  const every = openingEvery(style);
  const full = isFull(style);
  if (every === null || span.telling !== 'own' || homeLanguage(voice.persona) !== voice.language)
    return [];
  if (seed % every !== 0) return [];
  if (!full && (voice.plain === true || !asksForView(voice.asked ?? ''))) return [];
  const sad = span.sentences.some((sentence) => sadWords.test(sentence));
  if (sad || (!full && span.sentences.some((sentence) => /\d/u.test(sentence)))) return [];
  const first = span.sentences[0] ?? '';
  const last = lastReplies(voice.history, 1)[0] ?? '';
  const fitting = voice.persona.persona.voice.openings.filter(
    (opening) =>
      !last.startsWith(opening) &&
      !namesStranger(opening, voice.persona) &&
      (/[.!…]$/u.test(opening.trim()) || canBeLowered(first)),
  );
  if (full) return fitting.filter((opening) => !sharesStart(opening, first));
  const opening = fitting[Math.floor(seed / every) % Math.max(1, fitting.length)];
  return opening === undefined || sharesStart(opening, first) ? [] : [opening];
}

/** After an opening one in three, so that not every reply has both. */
const closingAfterOpening = 3;

/** Those that it may end with. */
function closingsFor(spans: readonly Span[], voice: Voice): string[] {
  const { seed, style } = voice;
  const { closings } = voice.persona.persona.voice;
  const words = spans.reduce((sum, span) => sum + span.words, 0);
  const every = closingEvery(style);
  const full = isFull(style);
  if (every === null || closings.length === 0 || (voice.plain === true && !full)) return [];
  if (words > wordsBeforeClosing[full ? 'full' : 'usual']) return [];
  if (homeLanguage(voice.persona) !== voice.language) return [];
  if (Math.floor(seed / 11) % every !== 0) return [];
  if (spans.some(({ sentences }) => sentences.some((sentence) => sadWords.test(sentence))))
    return [];
  const fresh = (closing: string): boolean =>
    !namesStranger(closing, voice.persona) &&
    !lastReplies(voice.history, 3).some((reply) => reply.endsWith(closing));
  if (full) return closings.filter(fresh);
  const closing = closings[Math.floor(seed / 77) % closings.length] ?? '';
  return fresh(closing) ? [closing] : [];
}

/** "As Mattie says": who knows Mattie? */
function namesStranger(line: string, { name, persona }: PersonaDocument): boolean {
  const known = `${name} ${persona.summary}`;
  const named = [...line.matchAll(/(?<=\p{Ll}[,;:]? )\p{Lu}\p{Ll}+/gu)].map(([word]) => word);
  return named.some((word) => !known.includes(word));
}

/** After a comma a sentence goes on in lower case, which is safe for words that are never names. */
const neverNames =
  /^(?:the|a|an|my|our|we|in|on|at|when|if|there|it|you|most|every|all|as|for|after|before|some|people|one|what|to|no|not|by|from|with|is|once|as|nobody|everybody|two|three|four|five|many|much)$/iu;

function firstWord(sentence: string): string {
  return /^[\p{L}\p{N}'’]+/u.exec(sentence)?.[0] ?? '';
}

function canBeLowered(sentence: string): boolean {
  const word = firstWord(sentence);
  return /^I(?:['’]\p{L}+)?$/u.test(word) || neverNames.test(word);
}

function joined(sentence: string, opening: string): string {
  if (opening === '' || /[.!…]\s$/u.test(opening)) return sentence;
  return neverNames.test(firstWord(sentence))
    ? sentence.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
    : sentence;
}

function sharesStart(opening: string, sentence: string): boolean {
  return firstWord(opening).toLowerCase() === firstWord(sentence).toLowerCase();
}
