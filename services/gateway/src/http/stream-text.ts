import type { ProblemDocument } from '@personate/contracts';
import { serverEvent } from './event-stream.ts';

/** Events with heartbeats in their silences; an error is told as an `error` event, the last one. */
export async function* streamText(
  events: AsyncIterable<string | undefined>,
  options: { heartbeat: string; problemOf: (error: unknown) => ProblemDocument },
): AsyncGenerator<string> {
  const source = events[Symbol.asyncIterator]();
  let ended = false;
  try {
    while (!ended) {
      // The source's errors alone: a reader who leaves throws one in where an event is given out.
      const next = await source.next().catch((error: unknown) => ({ error }));
      ended = 'error' in next || next.done === true;
      if ('error' in next) yield serverEvent(options.problemOf(next.error), 'error');
      else if (next.done !== true) yield next.value ?? options.heartbeat;
    }
  } finally {
    if (!ended) await source.return?.();
  }
}
