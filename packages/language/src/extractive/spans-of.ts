import { detectLanguage } from '../detect-language.ts';
import type { SpeakRequest } from '../speaker.ts';
import { answerTypeOf } from './answer-type.ts';
import { buildSpans, type Span, type SpanLimits } from './build-spans.ts';
import { subjectOf } from './introduce.ts';
import { secondQuestion } from './judge-sentences.ts';
import type { PickLimits } from './pick-spans.ts';

const maxEvidence = 18;
/** An entry of a list of languages has words of work in it, and answers nothing but what it is on. */
const tellsProficiency =
  /\((?:native or bilingual|full professional|professional working|limited working|elementary) proficiency\)/iu;
const asksLanguage =
  /(?<!\p{L})(?:languages?|speak|spoken|talk|fluent|bilingual|sprach\p{L}*|sprich\p{L}*|språk|talar|pratar|idiomas?|hablas?|\p{Lu}\p{Ll}+(?:ish|ian|ese|man|ench|ch))(?!\p{L})/u;

/** What can be said of the evidence. */
export function spansOf(request: SpeakRequest, limits: SpanLimits): Span[] {
  const spoken = [...request.persona.persona.voice.languages, request.language];
  return request.evidence.slice(0, maxEvidence).flatMap((evidence, index) => {
    if (tellsProficiency.test(evidence.text) && !asksLanguage.test(request.question)) return [];
    const subject = subjectOf(request.persona, evidence.text);
    const language = detectLanguage(evidence.text, spoken);
    return buildSpans(evidence, index + 1, subject, language, limits);
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
