import { detectLanguage } from '../detect-language.ts';
import type { SpeakRequest } from '../speaker.ts';
import { answerTypeOf } from './answer-type.ts';
import { buildSpans, type Span, type SpanLimits } from './build-spans.ts';
import { subjectOf } from './introduce.ts';
import { secondQuestion } from './judge-sentences.ts';
import { asksCareer, isCareerEntry } from './career-entry.ts';
import { asksLanguage, isLanguageEntry, languageAloud } from './language-entry.ts';
import type { PickLimits } from './pick-spans.ts';

const maxEvidence = 18;
/** What can be said of the evidence. */
export function spansOf(request: SpeakRequest, limits: SpanLimits): Span[] {
  const spoken = [...request.persona.persona.voice.languages, request.language];
  return request.evidence.slice(0, maxEvidence).flatMap((evidence, index) => {
    const isEntry = isLanguageEntry(evidence.text);
    if (isEntry && !asksLanguage(request.question)) return [];
    if (isCareerEntry(evidence) && !asksCareer(request.question)) return [];
    const subject = subjectOf(request.persona, evidence.text);
    const language = detectLanguage(evidence.text, spoken);
    const spans = buildSpans(evidence, index + 1, subject, language, limits);
    return isEntry
      ? spans.map((span) => ({ ...span, sentences: span.sentences.map(languageAloud) }))
      : spans;
  });
}

/** About what takes half a minute to say. */
export function limitsFor({ question, language }: SpeakRequest): SpanLimits & PickLimits {
  const broad =
    /\b(?:tell me|describe|talk about|what was it like|how was|erzähl|beschreib|berätta|cuéntame)(?!\p{L})/iu.test(
      question,
    );
  return {
    language,
    broad,
    maxSentences: 3,
    maxInSpan: broad ? 3 : 2,
    maxWords: 60,
    question,
    twofold: secondQuestion.test(question),
    plansWanted: answerTypeOf(question) === 'time',
  };
}
