import type { SpeakRequest } from '../speaker.ts';
import { baseLanguage } from '../detect-language.ts';
import { chooseLine, turnSeed } from './choose-line.ts';
import { plainName } from './introduce.ts';
import { phrasesOf } from './phrases/phrases.ts';
import { sayMonth } from './say-date.ts';
import { ownLines } from './small-talk.ts';
import { topicPhrase } from './topic-phrase.ts';

/** One sentence in the persona's voice that says that it does not know, fitted to the reason. */
export function speakDecline(request: SpeakRequest): string {
  const { persona, question, history, language } = request;
  const seed = turnSeed(question, history);
  const lines = declineLines(request);
  const topic = language === 'en' ? topicPhrase(question, [plainName(persona)]) : null;
  const spoken = lines
    .filter((line) => topic !== null || !/\{topic\}/iu.test(line))
    .map((line) => fillTopic(line, topic));
  return (
    chooseLine(spoken, seed, history) ??
    chooseLine(phrasesOf(language).declines.admit, seed, history) ??
    ''
  );
}

function declineLines(request: SpeakRequest): readonly string[] {
  const { persona, language, reason } = request;
  const limits = persona.knowledgeLimits;
  if (reason === 'after-knowledge-date' && limits.asOf !== undefined) {
    const own = ownLines(persona, language, 'after-knowledge-date');
    const date = sayMonth(limits.asOf, null, language);
    return (own ?? phrasesOf(language).afterKnowledge).map((line) =>
      line.replaceAll('{date}', date),
    );
  }
  const localised = limits.smallTalk[`decline:${language}`];
  if (localised !== undefined && localised.length > 0) return localised;
  const home = baseLanguage(persona.persona.voice.languages[0] ?? 'en');
  if (home === language && limits.declines.length > 0) return limits.declines;
  return phrasesOf(language).declines[limits.beyond].filter(
    (line) => !/\{topic\}/iu.test(line) || language === 'en',
  );
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
