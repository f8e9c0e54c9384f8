import { AsyncLocalStorage } from 'node:async_hooks';

type Inside = <Result>(work: () => Result) => Result;

/**
 * A stream's own steps run where this was called, whoever asks for the next one: a response asks from the events of its
 * socket, where neither the request's ids nor its span are known.
 */
export function eachStepInside<Item>(source: () => AsyncIterable<Item>): AsyncIterable<Item> {
  return stepped(AsyncLocalStorage.snapshot() as Inside, source);
}

async function* stepped<Item>(
  inside: Inside,
  source: () => AsyncIterable<Item>,
): AsyncGenerator<Item, void, undefined> {
  const iterator = inside(() => source()[Symbol.asyncIterator]());
  let ended = false;
  try {
    for (;;) {
      const step = await inside(() => iterator.next());
      ended = step.done === true;
      if (step.done === true) return;
      yield step.value;
    }
  } catch (error) {
    ended = true;
    throw error;
  } finally {
    if (!ended) await inside(() => iterator.return?.());
  }
}
