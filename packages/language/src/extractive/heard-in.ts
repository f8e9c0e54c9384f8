import { plainly } from '../dial/plainly.ts';
import type { SpeakRequest } from '../speaker.ts';
import { lastReplies } from './choose-line.ts';
import { splitSentences, wordsOf } from './split-sentences.ts';

/** What was said in them is not said again. */
const repliesRemembered = 6;
/** A client may send as long a one as it likes for the persona's. */
const mostOfReply = 4_000;

export interface Heard {
  /** The persona's last replies. */
  said: string;
  /** Whether one of them holds the sentence. */
  heard: (sentence: string) => boolean;
}

/** What the persona said of late. */
export function heardIn({
  history,
  language,
  persona,
}: Pick<SpeakRequest, 'history' | 'language' | 'persona'>): Heard {
  const said = lastReplies(history, repliesRemembered)
    .map((reply) => reply.slice(0, mostOfReply))
    .join('\n');
  const { openings } = persona.persona.voice;
  const before = splitSentences(said, language).map(
    (sentence) => new Set(wordsOf(sentence.toLowerCase())),
  );
  return {
    said,
    heard: (sentence) =>
      said.includes(sentence) ||
      said.includes(plainly(sentence, language, openings)) ||
      saysTheSame(sentence, before),
  };
}

/** Another text may say the same in nearly the same words. */
const same = { words: 6, share: 0.8 };

function saysTheSame(sentence: string, before: ReadonlyArray<ReadonlySet<string>>): boolean {
  const words = wordsOf(sentence.toLowerCase());
  if (words.length < same.words) return false;
  return before.some(
    (said) => words.filter((word) => said.has(word)).length >= same.share * words.length,
  );
}
