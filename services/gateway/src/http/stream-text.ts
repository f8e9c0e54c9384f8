import type { ProblemDocument } from '@personate/contracts';
import { serverEvent } from './event-stream.ts';

/** Events with heartbeats in their silences; an error is told as an `error` event, the last one. */
export async function* streamText(
  events: AsyncIterable<string | undefined>,
  options: { heartbeat: string; problemOf: (error: unknown) => ProblemDocument },
): AsyncGenerator<string> {
  try {
    for await (const event of events) yield event ?? options.heartbeat;
  } catch (error) {
    yield serverEvent(options.problemOf(error), 'error');
  }
}
