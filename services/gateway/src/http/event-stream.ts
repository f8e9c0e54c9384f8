import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';

/** One server-sent event; without a name it is a plain `message`. */
export function serverEvent(data: unknown, name?: string): string {
  return `${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/** Ends OpenAI's streams. */
export const doneEvent = 'data: [DONE]\n\n';
/** A comment: keeps proxies from closing a silent stream; clients skip it. */
export const heartbeatEvent = ': still here\n\n';

/** Sends the events as the client takes them: a slow reader slows the source. */
export function sendEvents(reply: FastifyReply, events: AsyncIterable<string>): FastifyReply {
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-cache, no-transform')
    .header('x-accel-buffering', 'no')
    .send(Readable.from(events));
}

const late = Symbol('late');

/** The source's items, and `undefined` whenever it was silent for the interval. */
export async function* withHeartbeat<T>(
  source: AsyncIterable<T>,
  intervalMs: number,
): AsyncGenerator<T | undefined> {
  const iterator = source[Symbol.asyncIterator]();
  let ended = false;
  try {
    let pending = iterator.next();
    for (;;) {
      const result = await beforeTimer(pending, intervalMs);
      if (result === late) {
        yield undefined;
        continue;
      }
      if (result.done === true) {
        ended = true;
        return;
      }
      yield result.value;
      pending = iterator.next();
    }
  } catch (error) {
    ended = true;
    throw error;
  } finally {
    if (!ended) await iterator.return?.();
  }
}

async function beforeTimer<T>(work: Promise<T>, ms: number): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  return await Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}

/**
 * The source once its first item that counts is there, or after the wait: an error before it is still thrown
 * here, while the answer can have an error's status. What was seen comes first. Call `return` when it is given up.
 */
export async function prime<T>(
  source: AsyncIterable<T>,
  options: { counts: (item: T) => boolean; waitMs: number },
): Promise<AsyncIterableIterator<T>> {
  const iterator = source[Symbol.asyncIterator]();
  const seen: Array<IteratorResult<T>> = [];
  const endsAt = performance.now() + options.waitMs;
  let pending: Promise<IteratorResult<T>> | undefined;
  for (;;) {
    pending = iterator.next();
    const result = await beforeTimer(pending, Math.max(0, endsAt - performance.now()));
    if (result === late) break;
    pending = undefined;
    seen.push(result);
    if (result.done === true || options.counts(result.value)) break;
  }
  // It may fail before anybody reads on.
  pending?.catch(() => {});
  const primed: AsyncIterableIterator<T> = {
    next() {
      const next = seen.shift();
      if (next !== undefined) return Promise.resolve(next);
      const first = pending ?? iterator.next();
      pending = undefined;
      return first;
    },
    async return() {
      seen.length = 0;
      await iterator.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => primed,
  };
  return primed;
}
