import type { SpeakRequest } from '../speaker.ts';
import { baseLanguage, homeLanguage } from '../detect-language.ts';
import { isFull, takesOwnLine } from '../dial/dial.ts';
import { chooseLine, turnSeed } from './choose-line.ts';
import { plainName } from './introduce.ts';
import { foreignLinesOf } from './phrases/foreign-lines.ts';
import { hasPhrases, phrasesOf } from './phrases/phrases.ts';
import { sayLanguage, sayMonth } from './say-date.ts';
import { ownLines } from './small-talk.ts';
import { topicPhrase } from './topic-phrase.ts';

/** One sentence in the persona's voice that says that it does not know, fitted to the reason. */
export function speakDecline(request: SpeakRequest): string {
  const { persona, question, history, language, reason } = request;
  const foreign = speaksNot(request);
  if (foreign !== null) return foreign;
  const seed = turnSeed(question, history);
  const own = !hasPhrases(language) || takesOwnLine(request.style, seed);
  const lines = own ? declineLines(request) : plainLines(request);
  // Who must not touch a topic does not name it either.
  const nameable = language === 'en' && reason !== 'off-limits';
  const topic = nameable ? worldly(topicPhrase(question, [plainName(persona)])) : null;
  const spoken = lines
    .filter((line) => topic !== null || !/\{topic\}/iu.test(line))
    .map((line) => fillTopic(line, topic));
  const line =
    chooseLine(spoken, seed, history) ??
    chooseLine(phrasesOf(language, request.formal).declines.admit, seed, history) ??
    '';
  const said = isFull(request.style) && !hasOwnLines(request) ? opened(line, request, seed) : line;
  const home = homeLanguage(persona);
  return home !== language && mayBeOfTheLanguage(request)
    ? `${said} ${phrasesOf(language, request.formal).askIn(sayLanguage(home, language))}`
    : said;
}

/** Asked in a language that the persona does not speak, it says so in that language; null where it does speak it. */
function speaksNot(request: SpeakRequest): string | null {
  const { persona, language } = request;
  const spoken = persona.persona.voice.languages.map(baseLanguage);
  if (spoken.includes(language) || !mayBeOfTheLanguage(request)) return null;
  const foreign = foreignLinesOf(language);
  if (!hasPhrases(language) && foreign === null) return null;
  const { and } = phrasesOf(language, request.formal);
  const names = spoken.map((tag) => sayLanguage(tag, language));
  const last = names.at(-1) ?? '';
  if (foreign !== null) {
    return names.length < 2
      ? foreign.speakOne.replace('{language}', last)
      : foreign.speakOnly.replace('{languages}', names.join(', '));
  }
  return phrasesOf(language, request.formal).speakOnly(
    names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`,
  );
}

/** Nothing was found, which may be for want of the language alone. */
function mayBeOfTheLanguage({ reason }: SpeakRequest): boolean {
  return reason === undefined || reason === 'no-evidence' || reason === 'weak-evidence';
}

/** A line of nobody's, begun as the persona begins. */
function opened(line: string, { persona, language }: SpeakRequest, seed: number): string {
  if (homeLanguage(persona) !== language) return line;
  const openings = persona.persona.voice.openings.filter((one) => /[.!…]$/u.test(one.trim()));
  const opening = openings[seed % (openings.length || 1)];
  return opening === undefined ? line : `${opening.trim()} ${line}`;
}

function hasOwnLines({ persona, language, reason, formal }: SpeakRequest): boolean {
  const { declines } = persona.knowledgeLimits;
  if (reason === 'off-limits' || reason === 'after-knowledge-date')
    return ownLines(persona, language, reason, formal) !== null;
  return declines.length > 0 || ownLines(persona, language, 'decline', formal) !== null;
}

/** As nobody in particular would say it. */
function plainLines(request: SpeakRequest): readonly string[] {
  const { persona } = request;
  const knowledgeLimits = { ...persona.knowledgeLimits, declines: [], smallTalk: {} };
  return declineLines({ ...request, persona: { ...persona, knowledgeLimits } });
}

function declineLines(request: SpeakRequest): readonly string[] {
  const { persona, language, reason } = request;
  const limits = persona.knowledgeLimits;
  if (reason === 'off-limits') {
    return (
      ownLines(persona, language, 'off-limits', request.formal) ??
      phrasesOf(language, request.formal).declines.refuse
    );
  }
  if (reason === 'after-knowledge-date' && limits.asOf !== undefined) {
    const own = ownLines(persona, language, 'after-knowledge-date', request.formal);
    const date = sayMonth(limits.asOf, null, language);
    return (own ?? phrasesOf(language, request.formal).afterKnowledge).map((line) =>
      line.replaceAll('{date}', date),
    );
  }
  if ((limits.smallTalk[`decline:${language}`] ?? []).length > 0) {
    const localised = ownLines(persona, language, 'decline', request.formal);
    if (localised !== null) return localised;
  }
  const home = homeLanguage(persona);
  if (home === language && limits.declines.length > 0) return limits.declines;
  return phrasesOf(language, request.formal).declines[limits.beyond].filter(
    (line) => !/\{topic\}/iu.test(line) || language === 'en',
  );
}

/** "I have nothing on my greatest fear" is no way to speak of oneself. */
function worldly(topic: string | null): string | null {
  return topic !== null && /^(?:my|mine|myself|our|me)(?!\p{L})/iu.test(topic) ? null : topic;
}

/** At a sentence's start the topic gets its capital. */
function fillTopic(line: string, topic: string | null): string {
  if (topic === null) return line;
  const capital = topic.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return line
    .replace(/(?<=^|[.!?…]\s+)\{topic\}/giu, () => capital)
    .replace(/\{Topic\}/gu, () => capital)
    .replace(/\{topic\}/gu, () => topic);
}
