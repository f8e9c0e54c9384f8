import { plainly } from '../dial/plainly.ts';
import type { SpeakRequest } from '../speaker.ts';
import { lastReplies } from './choose-line.ts';

/** What was said in them is not said again. */
const repliesRemembered = 6;

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
  const said = lastReplies(history, repliesRemembered).join('\n');
  const { openings } = persona.persona.voice;
  return {
    said,
    heard: (sentence) =>
      said.includes(sentence) || said.includes(plainly(sentence, language, openings)),
  };
}
