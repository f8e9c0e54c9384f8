import type { PersonaDocument } from '@personate/contracts';
import { homeLanguage } from '../detect-language.ts';
import type { ChatMessage, SpokenPart } from '../speaker.ts';
import type { Span } from './build-spans.ts';
import { lastReplies } from './choose-line.ts';
import { phrasesOf } from './phrases/phrases.ts';
import { sayLanguage, sayMonth } from './say-date.ts';

export interface Voice {
  persona: PersonaDocument;
  history: readonly ChatMessage[];
  language: string;
  /** 0 leaves openings and closings out. */
  style: number;
  seed: number;
  /** A plain question (age, home, family) gets its answer without a flourish. */
  plain?: boolean;
  /** As it was asked. */
  asked?: string;
  /** It was said before, and is said to have been. */
  again?: boolean;
}

/** One in how many replies that may begin, or end, with a phrase of the persona's does. */
const openingEvery = 3;
const closingEvery = 9;
/** A view is introduced; a fact, a story and what is sad are told. */
const asksForView =
  /\b(?:what do you think|what do you make|do you (?:like|think|believe|prefer|agree)|your (?:view|opinion|advice|verdict)|should|would you (?:recommend|advise)|best way|how (?:should|would))\b/iu;
const sadWords =
  /\b(?:die[ds]?|dead|death|buried|burial|grave|funeral|coffin|ill|illness|sick|cancer|lost|grief|mourn\p{L}*|cry|cried|tears|wept|sad|sorry|allerg\p{L}*|accident|drown\p{L}*|kill\p{L}*|war|fever|cholera|pain|divorc\p{L}*)\b/iu;

/** The spans as one reply: each sentence followed by what it rests on, framed where it is bound to its time. */
export function composeReply(spans: readonly Span[], voice: Voice): SpokenPart[] {
  const parts: SpokenPart[] = [];
  for (const [index, span] of spans.entries()) {
    if (index > 0) parts.push({ type: 'text', text: ' ' });
    const lead = voice.again === true ? phrasesOf(voice.language).asISaid : openingFor(span, voice);
    parts.push(...tellSpan(span, index === 0 ? lead : '', voice));
  }
  const closing = voice.again === true ? '' : closingFor(spans, voice);
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
  return span.sentences.flatMap((sentence, index): SpokenPart[] => [
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
  const home = homeLanguage(voice.persona);
  if (
    voice.style === 0 ||
    voice.plain === true ||
    span.telling !== 'own' ||
    home !== voice.language
  )
    return '';
  if (!asksForView.test(voice.asked ?? '') || voice.seed % openingEvery !== 0) return '';
  if (span.sentences.some((sentence) => sadWords.test(sentence) || /\d/u.test(sentence))) return '';
  const first = span.sentences[0] ?? '';
  const last = lastReplies(voice.history, 1)[0] ?? '';
  const fitting = voice.persona.persona.voice.openings.filter(
    (opening) =>
      !last.startsWith(opening) &&
      !namesStranger(opening, voice.persona) &&
      (/[.!…]$/u.test(opening.trim()) || canBeLowered(first)),
  );
  const opening = fitting[Math.floor(voice.seed / openingEvery) % Math.max(1, fitting.length)];
  if (opening === undefined || sharesStart(opening, first)) return '';
  return `${opening.trim()} `;
}

function closingFor(spans: readonly Span[], voice: Voice): string {
  const { closings } = voice.persona.persona.voice;
  const words = spans.reduce((sum, span) => sum + span.words, 0);
  if (closings.length === 0 || voice.style < 0.5 || voice.plain === true || words > 45) return '';
  if (homeLanguage(voice.persona) !== voice.language) return '';
  if (Math.floor(voice.seed / 11) % closingEvery !== 0) return '';
  if (spans.some(({ sentences }) => sentences.some((sentence) => sadWords.test(sentence))))
    return '';
  const closing = closings[Math.floor(voice.seed / 77) % closings.length] ?? '';
  if (namesStranger(closing, voice.persona)) return '';
  return lastReplies(voice.history, 3).some((reply) => reply.endsWith(closing)) ? '' : closing;
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
