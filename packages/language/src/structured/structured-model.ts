import { setTimeout as delay } from 'node:timers/promises';
import { joinSignals, ExpectedError } from '@personate/contracts';
import { z } from 'zod';
import { endOfStream, openStream } from '../endpoint/open-stream.ts';
import type { EndpointOptions } from '../endpoint/endpoint-options.ts';
import { endpointError, failureOf, isPassing, statusOf } from '../endpoint/map-endpoint-error.ts';
import { WatchDog } from '../endpoint/watch-dog.ts';
import type { ChatMessage } from '../speaker.ts';
import { keepValid, type Kept } from './keep-valid.ts';
import { readJson } from './read-json.ts';

export interface StructuredRequest<Value> {
  /** What the object is called, for endpoints that want a name: letters and underscores. */
  name: string;
  messages: readonly ChatMessage[];
  schema: z.ZodType<Value>;
  maxTokens: number;
  /** When it fires, what has come by then is the answer. */
  endsBy?: AbortSignal;
}

const defaults = { firstTokenMs: 120_000, readingMs: 480_000, idleMs: 60_000, backoffMs: 400 };
/** Calls for one answer; of something that is valid in part one more is enough. */
const mostAttempts = 3;
const mostCharacters = 60_000;
const overdue = 'the reply: its time was up';
/** Ways to ask for JSON, most binding first: an endpoint that does not know one answers 400. */
type Format = 'json_schema' | 'json_object' | 'words';
const weaker: Readonly<Record<Format, Format | null>> = {
  json_schema: 'json_object',
  json_object: 'words',
  words: null,
};

/** Asks a model for an object of a schema, and makes the best of what a small one gives. */
export class StructuredModel {
  readonly name: string;
  readonly #options: EndpointOptions & typeof defaults;
  #format: Format = 'json_schema';

  constructor(options: EndpointOptions & { backoffMs?: number }) {
    this.#options = { ...defaults, ...options };
    this.name = options.model;
  }

  /**
   * Validated; repaired where it can be; asked again with what was wrong; then what is valid, and what was lost.
   * @throws ExpectedError `model.*` when the endpoint itself fails.
   */
  async ask<Value>(request: StructuredRequest<Value>, signal: AbortSignal): Promise<Kept<Value>> {
    const shape = z.toJSONSchema(request.schema, { io: 'output', unrepresentable: 'any' });
    const first: ChatMessage[] = [
      ...request.messages,
      {
        role: 'user',
        content: `Reply with one JSON object of this JSON Schema and nothing else:\n${JSON.stringify(shape)}`,
      },
    ];
    let messages = first;
    let best: Kept<Value> = { value: null, lost: [] };
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const reply = await this.#complete(request, messages, shape, signal);
      const isOver = request.endsBy?.aborted === true;
      const raw = readJson(reply);
      const kept: Kept<Value> =
        raw === undefined
          ? { value: null, lost: [isOver ? overdue : 'the reply: no JSON object'] }
          : keepValid(request.schema, raw.value);
      if (raw?.isCut === true) kept.lost.push('the reply: it was cut off');
      if (isBetter(kept, best)) best = kept;
      if (kept.lost.length === 0 && kept.value !== null) return kept;
      if (isOver || (best.value !== null && attempt > 1)) return best;
      const wrong = kept.lost.slice(0, 5).join('; ');
      messages = [
        ...first,
        { role: 'assistant', content: reply.slice(0, 4_000) },
        {
          role: 'user',
          content: `That is not right (${wrong}). Reply with the JSON object alone, of the schema above.`,
        },
      ];
    }
    return best;
  }

  async #complete(
    request: Pick<StructuredRequest<unknown>, 'name' | 'maxTokens' | 'endsBy'>,
    messages: readonly ChatMessage[],
    shape: object,
    signal: AbortSignal,
  ): Promise<string> {
    const { baseUrl, backoffMs } = this.#options;
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.#call(request, messages, shape, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof ExpectedError) throw error;
        const next = weaker[this.#format];
        if (next !== null && [400, 404, 422, 501].includes(statusOf(error) ?? 0)) {
          this.#format = next;
          continue;
        }
        const failure = failureOf(error, false);
        if (!isPassing(failure) || tries >= 4)
          throw endpointError(failure, baseUrl, statusOf(error) ?? undefined);
        if (request.endsBy?.aborted === true) return '';
        await delay(backoffMs * 2 ** tries, undefined, { signal });
      }
    }
  }

  async #call(
    { name, maxTokens, endsBy }: Pick<StructuredRequest<unknown>, 'name' | 'maxTokens' | 'endsBy'>,
    messages: readonly ChatMessage[],
    shape: object,
    signal: AbortSignal,
  ): Promise<string> {
    const { baseUrl, apiKey, model, firstTokenMs, readingMs, idleMs } = this.#options;
    const watch = new WatchDog(firstTokenMs, readingMs);
    const within = joinSignals(signal, endsBy ?? signal);
    const { signal: either, release } = joinSignals(within.signal, watch.signal);
    let reply = '';
    let finish: string | undefined;
    try {
      const stream = openStream(
        {
          baseUrl,
          apiKey,
          model,
          messages,
          temperature: 0.2,
          maxTokens,
          onSign: () => watch.reads(firstTokenMs),
          ...(this.#format === 'words'
            ? {}
            : { responseFormat: formatOf(this.#format, name, shape) }),
        },
        either,
      );
      for await (const chunk of stream) {
        watch.alive(idleMs);
        reply += chunk.text;
        finish = chunk.finish === endOfStream ? (finish ?? endOfStream) : (chunk.finish ?? finish);
        if (reply.length > mostCharacters) break;
      }
    } catch (error) {
      if (signal.aborted || endsBy?.aborted !== true)
        throw watch.expired ? endpointError('timeout', baseUrl) : error;
    } finally {
      watch.stop();
      release();
      within.release();
    }
    signal.throwIfAborted();
    if (endsBy?.aborted === true) return reply;
    if (watch.expired) throw endpointError('timeout', baseUrl);
    if (reply === '' && finish === 'content_filter') throw endpointError('filtered', baseUrl);
    return reply;
  }
}

function formatOf(format: Exclude<Format, 'words'>, name: string, schema: object): object {
  return format === 'json_object'
    ? { type: 'json_object' }
    : { type: 'json_schema', json_schema: { name, schema } };
}

/** Something is better than nothing, and the whole better than a part. */
function isBetter(kept: Kept<unknown>, best: Kept<unknown>): boolean {
  if (best.value === null) return kept.value !== null || best.lost.length === 0;
  return kept.value !== null && kept.lost.length < best.lost.length;
}
