import { joinSignals, ExpectedError } from '@personate/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChatMessage, SpeakRequest, Speaker, SpokenPart } from '../speaker.ts';
import { CitationMarkers } from './citation-markers.ts';
import { answerFormat, answerWords, isWeak, JsonAnswer } from './json-answer.ts';
import type { EndpointOptions } from './endpoint-options.ts';
import {
  askedWaitMs,
  endpointError,
  failureOf,
  isPassing,
  statusOf,
} from './map-endpoint-error.ts';
import { endOfStream, openStream } from './open-stream.ts';
import { ThinkingFilter } from './strip-thinking.ts';
import { WatchDog } from './watch-dog.ts';

/** All but tab and line feed: a terminal would obey them. */
const controls = /(?![\n\t])\p{Cc}/gu;
const defaults = {
  firstTokenMs: 120_000,
  readingMs: 480_000,
  idleMs: 30_000,
  retries: 2,
  maxTokens: 800,
  json: 'auto' as const,
};
/** An endpoint that does not know `response_format` says so by one of these. */
const unknownFormat = [400, 404, 422, 501];
const backoffMs = 400;
const longestWaitMs = 10_000;
/** A model that cannot stop is stopped. */
const maxCharacters = 20_000;

/** Speaks through any OpenAI-compatible endpoint. */
export class EndpointSpeaker implements Speaker {
  readonly name = 'endpoint';
  readonly model: string;
  readonly #options: EndpointOptions & Omit<typeof defaults, 'json'>;
  /** Once it was refused it is not asked for again. */
  #json: boolean;

  constructor(options: EndpointOptions) {
    this.#options = { ...defaults, ...options };
    this.model = options.model;
    const { json = defaults.json } = options;
    this.#json = json === 'on' || (json === 'auto' && isWeak(options.model));
  }

  /** Tries anew only while nothing was said; what came before a later failure stands. */
  async *speak(request: SpeakRequest, signal: AbortSignal): AsyncIterable<SpokenPart> {
    const { retries, baseUrl } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      let spoke = false;
      try {
        for await (const part of this.#attempt(request, signal)) {
          spoke = true;
          yield part;
        }
        return;
      } catch (error) {
        signal.throwIfAborted();
        if (this.#json && !spoke && unknownFormat.includes(statusOf(error) ?? 0)) {
          this.#json = false;
          continue;
        }
        const foreseen = error instanceof ExpectedError;
        const failure = foreseen ? null : failureOf(error, spoke);
        const passing = failure !== null && !spoke && isPassing(failure);
        const waitMs = askedWaitMs(error, Date.now()) ?? backoffMs * 2 ** attempt;
        if (failure === null) throw error;
        if (!passing || attempt >= retries || waitMs > longestWaitMs) {
          throw endpointError(failure, baseUrl, statusOf(error) ?? undefined);
        }
        await delay(waitMs, undefined, { signal });
      }
    }
  }

  async *#attempt(request: SpeakRequest, signal: AbortSignal): AsyncGenerator<SpokenPart> {
    const { baseUrl, apiKey, model, firstTokenMs, readingMs, idleMs } = this.#options;
    const watch = new WatchDog(firstTokenMs, readingMs);
    const { signal: either, release } = joinSignals(signal, watch.signal);
    const thinking = new ThinkingFilter();
    const markers = new CitationMarkers(request.evidence.length);
    const json = this.#json ? new JsonAnswer() : null;
    let cited = false;
    let characters = 0;
    const spoken = (text: string): SpokenPart[] => {
      const told = (json === null ? text : json.push(text)).replace(controls, '');
      characters += told.length;
      const parts = markers.push(told);
      cited ||= parts.some(({ type }) => type === 'cite');
      return parts;
    };
    let finish: string | undefined;
    try {
      const stream = openStream(
        {
          baseUrl,
          apiKey,
          model,
          messages: json === null ? request.prompt : withAnswerWords(request.prompt),
          ...(json === null ? {} : { responseFormat: answerFormat }),
          temperature: request.temperature,
          maxTokens: request.maxTokens ?? this.#options.maxTokens,
          onSign: () => watch.reads(firstTokenMs),
        },
        either,
      );
      for await (const chunk of stream) {
        watch.alive(idleMs);
        finish = chunk.finish === endOfStream ? (finish ?? endOfStream) : (chunk.finish ?? finish);
        if (chunk.usage !== undefined) yield { type: 'usage', ...chunk.usage };
        let text = thinking.push(chunk.text);
        if (characters === 0 && json === null) text = text.trimStart();
        yield* spoken(text);
        if (characters > maxCharacters) break;
      }
      yield* spoken(thinking.end());
      if (json !== null) {
        const rest = json.end().replace(controls, '');
        characters += rest.length;
        yield* markers.push(rest);
      }
      yield* markers.end();
      const isCut = finish === 'length' || json?.isOpen === true || characters > maxCharacters;
      if (isCut && characters > 0) yield { type: 'cut' };
      // It named the records beside the answer instead of in it.
      if (json !== null && !cited && characters > 0) {
        const known = json.evidence.filter((n) => n >= 1 && n <= request.evidence.length);
        for (const n of known) yield { type: 'cite', n };
      }
    } catch (error) {
      throw watch.expired ? endpointError('timeout', baseUrl) : error;
    } finally {
      watch.stop();
      release();
    }
    signal.throwIfAborted();
    if (watch.expired) throw endpointError('timeout', baseUrl);
    if (characters === 0)
      throw endpointError(finish === 'content_filter' ? 'filtered' : 'garbage', baseUrl);
    if (finish === undefined) throw endpointError('cut', baseUrl);
  }
}

function withAnswerWords(prompt: readonly ChatMessage[]): ChatMessage[] {
  const last = prompt.at(-1);
  if (last === undefined) return [];
  return [...prompt.slice(0, -1), { ...last, content: `${last.content}\n\n${answerWords}` }];
}
