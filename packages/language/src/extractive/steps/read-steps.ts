import type { SpeakRequest } from '../../speaker.ts';
import { baseLanguage, detectLanguage } from '../../detect-language.ts';
import { tidy, type Span } from '../build-spans.ts';
import type { Relevance } from '../judge-sentences.ts';
import { splitSentences, wordsOf } from '../split-sentences.ts';
import { whyUnsayable } from '../stands-alone.ts';
import { howToOf } from './asks-how-to.ts';

/** More than a passage holds: half a recipe is worse than a long one. */
const most = { words: 220, sentences: 24 };
/** A line of a list: "225 g oatmeal". */
const itemWords = 6;
const fewestSentences = 2;

/**
 * How something is made, read from the persona's own text under a title that names it, in its order: what is told in
 * orders and in lists stands on its own there, though no such sentence does elsewhere. Null where no text is on that.
 */
export function readSteps(
  { question, language, evidence, persona }: SpeakRequest,
  { analyse }: Pick<Relevance, 'analyse'>,
): Span | null {
  const what = howToOf(question, language);
  if (what === null) return null;
  const terms = analyse(what, language);
  for (const [index, passage] of evidence.entries()) {
    if (passage.stance !== 'by' || passage.title === null || terms.length === 0) continue;
    const own = baseLanguage(detectLanguage(passage.text, persona.persona.voice.languages));
    const titled = new Set(analyse(passage.title, own));
    if (own !== language || terms.some((term) => !titled.has(term)) || titled.size > mostTitle)
      continue;
    const sentences = aloud(linesOf(passage.text, own), own);
    if (sentences.length < fewestSentences) continue;
    const words = sentences.reduce((sum, one) => sum + wordsOf(one).length, 0);
    const told = { sentences, originals: sentences, words, at: 0, telling: 'own' as const };
    return { n: index + 1, evidence: passage, language: own, ...told };
  }
  return null;
}

/** A title of more words is on something else as well. */
const mostTitle = 5;

/** Its sentences, and the lines of its lists, which end without a full stop. */
function linesOf(text: string, language: string): string[] {
  return text.split(/\n\s*\n/u).flatMap((paragraph) => {
    const lines = paragraph.split('\n').map((line) => line.trim());
    const list = lines.length > 1 && lines.every((line) => wordsOf(line).length <= itemWords);
    return (list ? lines : [paragraph]).flatMap((line) => splitSentences(line, language));
  });
}

/** Its sentences, bounded; the lines of a list are one sentence. */
function aloud(lines: readonly string[], language: string): string[] {
  const said: string[] = [];
  let items: string[] = [];
  let words = 0;
  const endList = (): void => {
    if (items.length > 0) said.push(`${items.join(', ')}.`);
    items = [];
  };
  for (const line of lines) {
    const own = wordsOf(line).length;
    const item = own <= itemWords && !/[.!?:]$/u.test(line);
    const barrier = item ? null : whyUnsayable(tidy(line), language);
    if (barrier !== null && barrier !== 'fragment') continue;
    if (words + own > most.words || said.length >= most.sentences) break;
    words += own;
    if (item) items.push(line.trim());
    else {
      endList();
      said.push(tidy(line));
    }
  }
  endList();
  return said;
}
