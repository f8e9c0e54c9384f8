import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** Server-sent events of a body's text. */
export async function* readEvents(
  text: AsyncIterable<string>,
): AsyncGenerator<EventSourceMessage, void, undefined> {
  const ready: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => ready.push(event) });
  for await (const piece of text) {
    parser.feed(piece);
    yield* ready.splice(0);
  }
}
