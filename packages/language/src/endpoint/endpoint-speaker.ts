import { ExpectedError } from '@personate/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import type { SpeakRequest, Speaker, SpokenPart } from '../speaker.ts';
import { CitationMarkers } from './citation-markers.ts';
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

const defaults = { firstTokenMs: 120_000, idleMs: 30_000, retries: 2, maxTokens: 800 };
const backoffMs = 400;
const longestWaitMs = 10_000;
/** A model that cannot stop is stopped. */
const maxCharacters = 20_000;

/** Speaks through any OpenAI-compatible endpoint. */
export class EndpointSpeaker implements Speaker {
  readonly name = 'endpoint';
  readonly model: string;
  readonly #options: EndpointOptions & typeof defaults;

  constructor(options: EndpointOptions) {
    this.#options = { ...defaults, ...options };
    this.model = options.model;
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
    const { baseUrl, apiKey, model, firstTokenMs, idleMs } = this.#options;
    const watch = new WatchDog(firstTokenMs);
    const thinking = new ThinkingFilter();
    const markers = new CitationMarkers(request.evidence.length);
    let characters = 0;
    let finish: string | undefined;
    try {
      const stream = openStream(
        {
          baseUrl,
          apiKey,
          model,
          messages: request.prompt,
          temperature: request.temperature,
          maxTokens: request.maxTokens ?? this.#options.maxTokens,
        },
        AbortSignal.any([signal, watch.signal]),
      );
      for await (const chunk of stream) {
        watch.alive(idleMs);
        finish = chunk.finish === endOfStream ? (finish ?? endOfStream) : (chunk.finish ?? finish);
        if (chunk.usage !== undefined) yield { type: 'usage', ...chunk.usage };
        let text = thinking.push(chunk.text);
        if (characters === 0) text = text.trimStart();
        characters += text.length;
        yield* markers.push(text);
        if (characters > maxCharacters) break;
      }
      const rest = thinking.end();
      characters += rest.length;
      yield* markers.push(rest);
      yield* markers.end();
    } catch (error) {
      throw watch.expired ? endpointError('timeout', baseUrl) : error;
    } finally {
      watch.stop();
    }
    signal.throwIfAborted();
    if (watch.expired) throw endpointError('timeout', baseUrl);
    if (characters === 0)
      throw endpointError(finish === 'content_filter' ? 'filtered' : 'garbage', baseUrl);
    if (finish === undefined) throw endpointError('cut', baseUrl);
  }
}
