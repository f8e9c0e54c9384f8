import type { SpeakRequest } from '../../speaker.ts';
import type { Span } from '../build-spans.ts';
import type { Relevance } from '../judge-sentences.ts';
import { headingAsks, headingOf } from './asked-heading.ts';
import { mostOfList, readAloud, spanAloud } from './read-aloud.ts';

/** What can be listened to. */
const mostOfProse = { words: 110, sentences: 8 };

/**
 * What stands under the heading that asks the question itself, nearly word for word, read out: orders, fragments and
 * lists answer there, though no such sentence stands on its own elsewhere. Null where no heading asks it.
 */
export function readHeaded(
  {
    question,
    language,
    evidence,
    ofAsker = false,
  }: Pick<SpeakRequest, 'question' | 'language' | 'evidence'> & { ofAsker?: boolean },
  relevance: Pick<Relevance, 'analyse'>,
): Span | null {
  let best: { span: Span; near: number } | null = null;
  for (const [index, passage] of evidence.entries()) {
    if (passage.stance !== 'by') continue;
    const { near, topic } = headingAsks(question, headingOf(passage), language, relevance);
    if (near === 0 || (best !== null && near <= best.near)) continue;
    // "My hobbies" are those of whom the heading is written.
    if (topic && ofAsker) continue;
    const whole = readAloud(passage.text, language, mostOfList);
    // What is told of a subject in prose is chosen sentence by sentence; a list is an answer as it stands.
    if (topic && !whole.list) continue;
    const told = whole.list ? whole : readAloud(passage.text, language, mostOfProse);
    if (told.sentences.length === 0) continue;
    best = { span: spanAloud(told, { n: index + 1, evidence: passage, language }), near };
  }
  return best?.span ?? null;
}
