import type { SpeakRequest, Speaker, SpokenPart } from '../speaker.ts';
import { detectLanguage } from '../detect-language.ts';
import { answerTypeOf, holdsAnswerType } from './answer-type.ts';
import { asksToCompose } from './asks-to-compose.ts';
import { buildSpans, type SpanLimits } from './build-spans.ts';
import { chooseLine, lastReplies, turnSeed } from './choose-line.ts';
import { composeReply } from './compose-reply.ts';
import { speakDecline } from './decline.ts';
import { introduce, subjectOf } from './introduce.ts';
import type { Relevance } from './judge-sentences.ts';
import { spanHolds } from '../profile/profile-evidence.ts';
import { speakBirth, speakFromModules } from '../profile/speak-profile.ts';
import { plainTerms } from './plain-terms.ts';
import { pickSpans } from './pick-spans.ts';
import { phrasesOf } from './phrases/phrases.ts';
import { rankSpans, type RankedSpan } from './rank-spans.ts';
import { speakMemory } from './speak-memory.ts';
import { speakSmallTalk } from './small-talk.ts';

export interface ExtractiveSpeakerOptions {
  /** Content terms of a text; lightly stemmed words where absent. */
  analyse?: Relevance['analyse'];
  /** Cosine of the question with sentences; words alone decide where absent. */
  similarity?: Relevance['similarity'];
}

const scrap = { words: 7, similarity: 0.55 };
const maxEvidence = 12;
/** What was said in them is not said again. */
const repliesRemembered = 6;

/**
 * Speaks without a model: the persona's own recalled sentences, chosen, ordered, joined and cited.
 * The same request gives the same reply.
 */
export class ExtractiveSpeaker implements Speaker {
  readonly name = 'extractive';
  readonly #relevance: Relevance;

  constructor(options: ExtractiveSpeakerOptions = {}) {
    this.#relevance = {
      analyse: options.analyse ?? plainTerms,
      ...(options.similarity === undefined ? {} : { similarity: options.similarity }),
    };
  }

  async *speak(request: SpeakRequest, signal: AbortSignal): AsyncIterable<SpokenPart> {
    signal.throwIfAborted();
    for (const part of await this.#reply(request, signal)) {
      signal.throwIfAborted();
      yield part;
    }
  }

  async #reply(request: SpeakRequest, signal: AbortSignal): Promise<SpokenPart[]> {
    if (request.occasion !== undefined) {
      const also = request.also === undefined ? '' : ` ${speakSmallTalk(request, request.also)}`;
      return say(speakSmallTalk(request, request.occasion) + also);
    }
    if (request.decision === 'declined') return say(speakDecline(request));
    if (request.reason === 'from-memory') return say(speakMemory(request));
    if (request.reason === 'from-persona') {
      const told = request.line ?? speakFromModules(request) ?? introduce(request);
      if (told !== null) return say(told);
    }
    if (request.line !== undefined && request.evidence.length > 0) {
      return [...say(request.line), { type: 'cite', n: 1 }];
    }
    if (asksToCompose(request.question)) {
      const { question, history, language } = request;
      const lines = phrasesOf(language).cannotCompose;
      const line = chooseLine(lines, turnSeed(question, history), history) ?? '';
      return [{ type: 'declined' }, ...say(line)];
    }
    const spoken = await this.#fromEvidence(request, signal);
    if (spoken.length === 0 && request.followUp === true) {
      return [{ type: 'declined' }, ...say(speakSmallTalk(request, 'tell-more'))];
    }
    return spoken.length > 0
      ? spoken
      : [
          { type: 'declined' },
          ...say(speakDecline({ ...request, decision: 'declined', reason: 'weak-evidence' })),
        ];
  }

  async #fromEvidence(request: SpeakRequest, signal: AbortSignal): Promise<SpokenPart[]> {
    const limits = limitsFor(request);
    const spans = request.evidence.slice(0, maxEvidence).flatMap((evidence, index) => {
      const subject = subjectOf(request.persona, evidence.text);
      const language = detectLanguage(evidence.text, [
        ...request.persona.persona.voice.languages,
        request.language,
      ]);
      return buildSpans(evidence, index + 1, subject, language, limits);
    });
    const said = lastReplies(request.history, repliesRemembered).join('\n');
    // "Why?" after a reply wants a reason, or nothing.
    const wanted = request.followUp === true ? answerTypeOf(request.asked) : null;
    const fresh = spans.filter(
      ({ sentences }) =>
        !sentences.some((text) => said.includes(text)) &&
        (wanted === null || holdsAnswerType(sentences.join(' '), wanted)),
    );
    const { profile, recent } = request;
    if (profile !== undefined) {
      const born = speakBirth(request, fresh);
      if (born.length > 0) return born;
    }
    // Where nothing is of the right shape, the decision took what it found for an answer all the same.
    const shaped = profile === undefined ? [] : fresh.filter((span) => spanHolds(span, profile));
    // "When was that?" is on what was told last, where that document has it.
    const same =
      wanted === null || recent === undefined
        ? []
        : fresh.filter(({ evidence }) => recent.has(evidence.documentKey));
    const sayable = shaped.length > 0 ? shaped : same.length > 0 ? same : fresh;
    if (sayable.length === 0) return [];
    const ranked = await rankSpans(sayable, request, this.#relevance, signal);
    const picked = pickSpans(ranked, limits);
    if (picked.length === 0 || isScrap(picked)) return [];
    return composeReply(picked, {
      persona: request.persona,
      history: request.history,
      language: request.language,
      style: request.style,
      seed: turnSeed(request.question, request.history),
      plain: profile !== undefined,
    });
  }
}

/** "I was happy by ten.": too short to be an answer, and not plainly one. */
function isScrap([only, ...others]: readonly RankedSpan[]): boolean {
  return (
    only !== undefined &&
    others.length === 0 &&
    only.words < scrap.words &&
    only.similarity > 0 &&
    only.similarity < scrap.similarity
  );
}

/** About what takes half a minute to say. */
function limitsFor({ question, language }: SpeakRequest): SpanLimits {
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
    plansWanted: answerTypeOf(question) === 'time',
  };
}

function say(text: string): SpokenPart[] {
  return text === '' ? [] : [{ type: 'text', text }];
}
