import type { SpeakRequest } from '../../speaker.ts';
import { baseLanguage, detectLanguage } from '../../detect-language.ts';
import type { Span } from '../build-spans.ts';
import { mostOfList, readAloud, spanAloud } from '../headed/read-aloud.ts';
import type { Relevance } from '../judge-sentences.ts';
import { howToOf } from './asks-how-to.ts';

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
    const told = readAloud(passage.text, own, mostOfList);
    if (told.sentences.length < fewestSentences) continue;
    return spanAloud(told, { n: index + 1, evidence: passage, language: own });
  }
  return null;
}

/** A title of more words is on something else as well. */
const mostTitle = 5;
