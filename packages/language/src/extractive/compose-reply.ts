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
  let opened = false;
  for (const [index, span] of spans.entries()) {
    if (index > 0) parts.push({ type: 'text', text: ' ' });
    const lead = voice.again === true ? phrasesOf(voice.language).asISaid : openingFor(span, voice);
    opened ||= index === 0 && lead !== '';
    parts.push(...tellSpan(span, index === 0 ? lead : '', voice));
  }
  const closing = voice.again === true ? '' : closingFor(spans, voice, opened);
  if (closing !== '') parts.push({ type: 'text', text: ` ${closing}` });
  return parts;
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

function openingFor(span: Span, voice: Voice): string {
  const { seed, style } = voice;
  const every = openingEvery(style);
  const full = isFull(style);
  if (every === null || span.telling !== 'own' || homeLanguage(voice.persona) !== voice.language)
    return '';
  if (seed % every !== 0) return '';
  if (!full && (voice.plain === true || !asksForView(voice.asked ?? ''))) return '';
  const sad = span.sentences.some((sentence) => sadWords.test(sentence));
  if (sad || (!full && span.sentences.some((sentence) => /\d/u.test(sentence)))) return '';
  const first = span.sentences[0] ?? '';
  const last = lastReplies(voice.history, 1)[0] ?? '';
  const fitting = voice.persona.persona.voice.openings.filter(
    (opening) =>
      !last.startsWith(opening) &&
      !namesStranger(opening, voice.persona) &&
      !sharesStart(opening, first) &&
      (/[.!…]$/u.test(opening.trim()) || canBeLowered(first)),
  );
  const likely = mostLike(fitting, (opening) => led(opening, first), first, voice);
  const opening = likely[Math.floor(seed / every) % Math.max(1, likely.length)];
  return opening === undefined ? '' : `${opening.trim()} `;
}

/** After an opening one in three, so that not every reply has both. */
const closingAfterOpening = 3;

function closingFor(spans: readonly Span[], voice: Voice, opened: boolean): string {
  const { seed, style } = voice;
  const { closings } = voice.persona.persona.voice;
  const words = spans.reduce((sum, span) => sum + span.words, 0);
  const every = closingEvery(style);
  const full = isFull(style);
  if (every === null || closings.length === 0 || (voice.plain === true && !full)) return '';
  if (words > wordsBeforeClosing[full ? 'full' : 'usual']) return '';
  if (homeLanguage(voice.persona) !== voice.language) return '';
  if (Math.floor(seed / 11) % (opened && full ? closingAfterOpening : every) !== 0) return '';
  if (spans.some(({ sentences }) => sentences.some((sentence) => sadWords.test(sentence))))
    return '';
  const end = spans.at(-1)?.sentences.at(-1) ?? '';
  const fitting = closings.filter(
    (closing) =>
      !namesStranger(closing, voice.persona) &&
      !lastReplies(voice.history, 3).some((reply) => reply.endsWith(closing)),
  );
  const likely = full ? mostLike(fitting, (closing) => `${end} ${closing}`, end, voice) : closings;
  const closing = likely[Math.floor(seed / 77) % Math.max(1, likely.length)] ?? '';
  return fitting.includes(closing) ? closing : '';
}

/** The half that makes the reply sound most like the persona; all of them where its tone is not known. */
function mostLike(
  lines: readonly string[],
  spoken: (line: string) => string,
  meaning: string,
  { tone }: Voice,
): readonly string[] {
  if (tone === undefined || lines.length < 2) return lines;
  return lines
    .map((line, order) => ({ line, order, score: tone(spoken(line), meaning) }))
    .toSorted((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, Math.ceil(lines.length / 2))
    .map(({ line }) => line);
}

function led(opening: string, sentence: string): string {
  return `${opening.trim()} ${joined(sentence, `${opening.trim()} `)}`;
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
