import { detectLanguage } from '../detect-language.ts';
import type { SpeakRequest } from '../speaker.ts';
import { buildSpans, type Span } from './build-spans.ts';
import { readAloud, spanAloud } from './headed/read-aloud.ts';
import { subjectOf } from './introduce.ts';
import { timeBinding } from './time-bound.ts';

/** What can be listened to. */
const most = { sentences: 8, words: 110 };

/** What was said in answer to the very question, from its beginning as far as it can be told; null where it cannot. */
export function tellReply({
  tells,
  evidence,
  persona,
  language,
}: Pick<SpeakRequest, 'tells' | 'evidence' | 'persona' | 'language'>): Span | null {
  const index = evidence.findIndex(({ passageId }) => passageId === tells);
  const passage = evidence[index];
  if (passage === undefined) return null;
  const written = detectLanguage(passage.text, [...persona.persona.voice.languages, language]);
  if (passage.stance === 'by') {
    // An order or a fragment answers behind its question, though it would not stand alone.
    const told = readAloud(passage.text, written, most);
    if (told.sentences.every((sentence) => timeBinding(sentence, written) === 'none'))
      return told.sentences.length === 0
        ? null
        : spanAloud(told, { n: index + 1, evidence: passage, language: written });
  }
  const spans = buildSpans(
    // Who asks now stands where the one who asked then stood: "you" is meant for them.
    { ...passage, context: [] },
    index + 1,
    subjectOf(persona, passage.text),
    written,
    {
      language,
      broad: true,
      maxSentences: most.sentences,
      maxInSpan: most.sentences,
      maxWords: most.words,
      plansWanted: false,
    },
  );
  const whole = spans.filter(({ at, telling }) => at === 0 && telling !== 'attributed').at(-1);
  return whole === undefined ? null : { ...whole, evidence: passage };
}
