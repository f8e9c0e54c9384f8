import type { PersonaDocument, SearchResult } from '@personate/contracts';
import { detectLanguage } from '../detect-language.ts';
import { buildSpans, type Span } from '../extractive/build-spans.ts';
import { subjectOf } from '../extractive/introduce.ts';
import type { ProfileQuestion } from './profile-question.ts';
import { holdsProfile } from './profile-shape.ts';

const limits = { maxSentences: 2, maxInSpan: 2, maxWords: 60, broad: false, plansWanted: true };

/** The passages with something that can be said and is of the shape that answers the question. */
export function profileEvidence(
  persona: PersonaDocument,
  evidence: readonly SearchResult[],
  profile: ProfileQuestion,
  language: string,
): SearchResult[] {
  return evidence.filter((result) => {
    const own = detectLanguage(result.text, [...persona.persona.voice.languages, language]);
    const spans = buildSpans(result, 1, subjectOf(persona, result.text), own, {
      ...limits,
      language,
    });
    return spans.some((span) => spanHolds(span, profile));
  });
}

/** A quotation of others is no word of its own: its "I" is somebody else. */
export function spanHolds(span: Span, profile: ProfileQuestion): boolean {
  return (
    span.telling !== 'attributed' &&
    span.sentences.some((sentence) => holdsProfile(sentence, profile))
  );
}
