import type { SpeakRequest, Speaker, SpokenPart } from '../speaker.ts';
import { isFull, isPlain } from '../dial/dial.ts';
import { plainly } from '../dial/plainly.ts';
import { answerTypeOf, holdsAnswerType } from './answer-type.ts';
import { asksToCompose } from './asks-to-compose.ts';
import type { Span } from './build-spans.ts';
import { chooseLine, turnSeed } from './choose-line.ts';
import { composeReply, spokenOf, type Voice } from './compose-reply.ts';
import { speakDecline } from './decline.ts';
import { answersFollowUp, answersOnLast } from './follow-up/answer-follow-up.ts';
import { staysInTalk } from './follow-up/stays-in-talk.ts';
import { inItsMeasure } from './follow-up/in-its-measure.ts';
import { nearBy } from './follow-up/near-by.ts';
import { nothingMore } from './follow-up/nothing-more.ts';
import { replyOf } from './follow-up/reply-of.ts';
import { asksWhatFollowed, goOn } from './go-on.ts';
import { holdingAnswerFirst, settles } from './holding-answer.ts';
import { readPlainly } from './headed/read-plainly.ts';
import { heardIn } from './heard-in.ts';
import { introduce } from './introduce.ts';
import type { Relevance } from './judge-sentences.ts';
import type { ProfileSlot } from '../profile/profile-question.ts';
import { spanHolds } from '../profile/profile-evidence.ts';
import { speakBirth, speakFromModules } from '../profile/speak-profile.ts';
import { ofOther } from './of-other.ts';
import { ofWhatIsDone } from './of-what-is-done.ts';
import { ofWhomItIsAsked, onYesOrNo } from './of-whom-it-is-asked.ts';
import { plainTerms } from './plain-terms.ts';
import { pickSpans } from './pick-spans.ts';
import { phrasesOf } from './phrases/phrases.ts';
import { rankSpans, type RankedSpan } from './rank-spans.ts';
import { readSteps } from './steps/read-steps.ts';
import { speakMemory } from './speak-memory.ts';
import { speakSmallTalk } from './small-talk.ts';
import { spansOf, limitsFor } from './spans-of.ts';
import { splitSentences, wordsOf } from './split-sentences.ts';
import { tellReply } from './tell-reply.ts';

export interface ExtractiveSpeakerOptions {
  /** Content terms of a text; lightly stemmed words where absent. */
  analyse?: Relevance['analyse'];
  /** Cosine of the question with sentences; words alone decide where absent. */
  similarity?: Relevance['similarity'];
}

const scrap = { words: 7, similarity: 0.55 };
/** A reply of one document, with the end of its paragraph. */
const mostWordsWithTail = 75;
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

  async #reply(asked: SpeakRequest, signal: AbortSignal): Promise<SpokenPart[]> {
    const request = await this.#withLikeliest(asked, signal);
    if (request.occasion !== undefined) {
      const also = request.also === undefined ? '' : ` ${speakSmallTalk(request, request.also)}`;
      return say(speakSmallTalk(request, request.occasion) + also);
    }
    if (request.decision === 'declined') return say(speakDecline(request));
    if (request.reason === 'from-memory') return say(speakMemory(request));
    if (request.reason === 'from-persona') {
      const told = request.line ?? speakFromModules(request) ?? introduce(request);
      if (told !== null) return say(asTold(told, request));
    }
    if (request.line !== undefined && request.evidence.length > 0) {
      return [...say(asTold(request.line, request)), { type: 'cite', n: 1 }];
    }
    const replied = tellReply(request);
    const { heard } = heardIn(request);
    if (replied !== null && !replied.sentences.every(heard))
      return composeReply([replied], {
        ...voiceOf(request),
        ...(await toneOver([replied], request, signal)),
        plain: true,
      });
    if (asksToCompose(request.question)) {
      const { question, history, language } = request;
      const lines = phrasesOf(language).cannotCompose;
      const line = chooseLine(lines, turnSeed(question, history), history) ?? '';
      return [{ type: 'declined' }, ...say(line)];
    }
    const spoken = await this.#fromEvidence(request, signal);
    const { orElse } = request;
    if (spoken.length === 0 && request.followUp !== true && orElse !== undefined)
      return this.#offer(
        speakDecline({ ...request, decision: 'declined', reason: orElse }),
        request,
        signal,
      );
    if (spoken.length === 0 && request.followUp === true) {
      return this.#offer(nothingMore(request), request, signal);
    }
    return spoken.length > 0
      ? spoken
      : [
          { type: 'declined' },
          ...say(speakDecline({ ...request, decision: 'declined', reason: 'weak-evidence' })),
        ];
  }

  /** Where the dial asks for all of the manner and the tone is known, of its own lines those that sound most like it. */
  async #withLikeliest(request: SpeakRequest, signal: AbortSignal): Promise<SpeakRequest> {
    const { tone, persona, style, occasion, decision } = request;
    if (tone === undefined || !isFull(style)) return request;
    if (occasion === undefined && decision !== 'declined') return request;
    const { declines, smallTalk } = persona.knowledgeLimits;
    const keys = Object.keys(smallTalk).filter(
      (key) => occasion !== undefined && (key === occasion || key.startsWith(`${occasion}:`)),
    );
    const lists = [declines, ...keys.map((key) => smallTalk[key] ?? [])];
    const lines = lists.flat();
    const toneOf = await tone(lines, signal);
    const likeliest = (of: readonly string[]): string[] =>
      likeliestHalf(of, (line) => toneOf(line, line));
    const chosen = Object.fromEntries(keys.map((key) => [key, likeliest(smallTalk[key] ?? [])]));
    const knowledgeLimits = {
      ...persona.knowledgeLimits,
      declines: likeliest(declines),
      smallTalk: { ...smallTalk, ...chosen },
    };
    return { ...request, persona: { ...persona, knowledgeLimits } };
  }

  async #fromEvidence(request: SpeakRequest, signal: AbortSignal): Promise<SpokenPart[]> {
    const { said, heard } = heardIn(request);
    const compose = async (spans: readonly Span[], more: Partial<Voice> = {}) =>
      composeReply(spans, {
        ...voiceOf(request),
        ...(await toneOver(spans, request, signal)),
        ...more,
      });
    const steps = readSteps(request, this.#relevance);
    if (steps !== null && !steps.sentences.some(heard)) return compose([steps]);
    const read = request.goesOn === true ? null : readPlainly(request, this.#relevance);
    if (read !== null) return compose([read], { plain: true, again: read.sentences.every(heard) });
    const limits = { ...limitsFor(request), heard };
    const spans = spansOf(request, limits);
    const { profile } = request;
    if (profile !== undefined) {
      const born = speakBirth(request, spans);
      if (born.length > 0) return born;
    }
    const next = request.goesOn === true ? goOn(spans, request, heard) : null;
    if (next !== null) return compose([next]);
    if (request.goesOn === true && asksWhatFollowed(request.asked)) return [];
    const other = await ofOther(spans, request, { relevance: this.#relevance, heard }, signal);
    if (other !== null)
      return 'line' in other
        ? say(other.line)
        : composeReply([other.span], { ...voiceOf(request), plain: true, again: other.again });
    // Who wants more wants what is new on the same, whatever it is.
    const wantsMore = request.goesOn === true && answerTypeOf(request.asked) === null;
    if ((request.followUp === true || request.orElse !== undefined) && !wantsMore) {
      const answering = await answersFollowUp(spans, request, this.#relevance, signal);
      const [told, more] = replyOf(answering, request, heard, limits);
      return told.length === 0 ? [] : compose(told, more);
    }
    // Where nothing is of the right shape, the decision took what it found for an answer all the same.
    const shaped = profile === undefined ? [] : spans.filter((span) => spanHolds(span, profile));
    const sayable = shaped.length > 0 ? shaped : this.#onWhatIsAsked(spans, request);
    if (sayable.length === 0) return [];
    const nearest = onYesOrNo(
      await rankSpans(sayable, request, this.#relevance, signal),
      request,
      this.#relevance,
    );
    const onLast = answersOnLast(nearest, request, this.#relevance);
    if (onLast !== null && request.followUp !== true)
      return compose([onLast], { again: onLast.sentences.every(heard) });
    const ranked =
      profile === undefined
        ? holdingAnswerFirst(
            staysInTalk(nearest, request, this.#relevance),
            request,
            this.#relevance,
          )
        : nearest;
    const fresh = ranked.filter(({ sentences }) => !sentences.some(heard));
    const again = this.#answersAgain(request, saysAgain(ranked, fresh, heard));
    if (again !== null && !said.endsWith(again.sentences.join(' '))) {
      return compose([again], { again: true });
    }
    const settled = settles(request, this.#relevance);
    const picked =
      profile !== undefined && severalSlots.has(profile.slot)
        ? eachOfAnother(fresh)
        : pickSpans(fresh, { ...limits, ...(settled === null ? {} : { settled }) });
    if (picked.length === 0 || isScrap(picked)) return [];
    return compose(profile === undefined ? withTail(picked, heard) : picked);
  }

  #onWhatIsAsked(spans: readonly Span[], request: SpeakRequest): Span[] {
    return [inItsMeasure, ofWhatIsDone, ofWhomItIsAsked].reduce<Span[]>(
      (left, keep) => keep(left, request, this.#relevance),
      [...spans],
    );
  }

  /** A decline, and what the talk's own text tells nearby, where it tells anything new: the talk goes on. */
  async #offer(decline: string, request: SpeakRequest, signal: AbortSignal): Promise<SpokenPart[]> {
    const { heard } = heardIn(request);
    const spans = spansOf(request, { ...limitsFor(request), heard });
    const near = await nearBy(spans, request, this.#relevance, signal);
    return near === null
      ? [{ type: 'declined' }, ...say(decline)]
      : [
          { type: 'declined', offers: true },
          ...say(`${decline} `),
          ...composeReply([near.span], { ...voiceOf(request), lead: near.lead }),
        ];
  }

  /** It holds what was asked beside the names, or is at least of the sort that was asked for. */
  #answersAgain(request: SpeakRequest, span: RankedSpan | null): RankedSpan | null {
    // Who wants more wants something new.
    if (span === null || request.goesOn === true) return null;
    const type = answerTypeOf(request.question);
    if (type !== null && holdsAnswerType(span.sentences.join(' '), type)) return span;
    const things = wordsOf(request.question).filter((word) => /^\p{Ll}/u.test(word));
    const terms = this.#relevance.analyse(things.join(' '), request.language);
    return terms.length > 0 && terms.every((term) => span.covers.has(term)) ? span : null;
  }
}

/** What the reply could begin and end with is weighed by it, where the dial asks for all of the manner. */
async function toneOver(
  spans: readonly Span[],
  { tone, style }: SpeakRequest,
  signal: AbortSignal,
): Promise<Pick<Voice, 'tone'>> {
  if (tone === undefined || !isFull(style)) return {};
  return { tone: await tone([spokenOf(spans)], signal) };
}

function voiceOf(request: SpeakRequest): Voice {
  return {
    persona: request.persona,
    history: request.history,
    language: request.language,
    style: request.style,
    seed: turnSeed(request.question, request.history),
    plain: request.profile !== undefined,
    asked: request.asked,
  };
}

/** Of these there may be more than one document tells of. */
const severalSlots: ReadonlySet<ProfileSlot> = new Set([
  'children',
  'siblings',
  'pets',
  'languages',
]);
const nearBest = 0.7;

/** The best, and what another document tells of others: "the sons Mike and Eric", "the twins". */
function eachOfAnother(ranked: readonly RankedSpan[]): RankedSpan[] {
  const [best, ...rest] = ranked;
  if (best === undefined) return [];
  const named = (span: Span): string[] => span.sentences.join(' ').match(/\p{Lu}\p{Ll}+/gu) ?? [];
  const known = new Set(named(best));
  const other = rest.find(
    (span) =>
      span.evidence.documentKey !== best.evidence.documentKey &&
      span.sentences.length === 1 &&
      // "I had as a child a cat" is on no children.
      !/(?<!\p{L})as a (?:child|girl|boy)(?!\p{L})/iu.test(span.sentences[0] ?? '') &&
      span.relevance >= nearBest * best.relevance &&
      named(span).filter((name) => !known.has(name) && name !== 'I').length > 0 &&
      !named(span).some((name) => known.has(name) && name !== 'I'),
  );
  return other === undefined ? [best] : [best, other];
}

/** What was said answers it better than anything new by so much: then it is said again. */
const againLead = 0.15;
const againNear = 0.5;

/** What was said already, where it is the answer and nothing new is; it is told to be so. */
function saysAgain(
  ranked: readonly RankedSpan[],
  fresh: readonly RankedSpan[],
  heard: (sentence: string) => boolean,
): RankedSpan | null {
  const best = ranked.find(({ sentences }) => sentences.every(heard));
  if (best === undefined || ranked[0]?.sentences.some(heard) !== true) return null;
  if (best.similarity < againNear) return null;
  const other = fresh[0];
  return other === undefined || best.relevance - other.relevance >= againLead ? best : null;
}

/** The one document that is quoted goes on to the end of its paragraph, where that is near. */
function withTail(picked: readonly RankedSpan[], heard: (sentence: string) => boolean): Span[] {
  const [only, ...others] = picked;
  const tail = only?.tail;
  if (only === undefined || others.length > 0 || tail === undefined) return [...picked];
  if (only.words + tail.words > mostWordsWithTail || tail.sentences.some(heard)) return [...picked];
  const { sentences, words } = only;
  return [{ ...only, sentences: [...sentences, ...tail.sentences], words: words + tail.words }];
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

/** Of few all: a persona with one line more says the same thing less often. */
const fewLines = 3;

function likeliestHalf(lines: readonly string[], scoreOf: (line: string) => number): string[] {
  if (lines.length <= fewLines) return [...lines];
  const most = Math.max(fewLines, Math.ceil(lines.length / 2));
  const likeliest = new Set(
    lines
      .map((line) => ({ line, score: scoreOf(line) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ line }) => line),
  );
  return lines.filter((line) => likeliest.has(line));
}

/** Its own line, at the dial's end without its manner. */
function asTold(line: string, { style, language, persona }: SpeakRequest): string {
  if (!isPlain(style)) return line;
  return splitSentences(line, language)
    .map((sentence) => plainly(sentence, language, persona.persona.voice.openings))
    .join(' ');
}

function say(text: string): SpokenPart[] {
  return text === '' ? [] : [{ type: 'text', text }];
}
