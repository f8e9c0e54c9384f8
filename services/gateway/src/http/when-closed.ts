import type { ServerResponse } from 'node:http';

const waiting = new WeakMap<ServerResponse, Array<() => void>>();

/** Runs once the response was sent, or its client has gone; one listener a response, however many wait. */
export function whenClosed(response: ServerResponse, act: () => void): void {
  const acts = waiting.get(response);
  if (acts !== undefined) {
    acts.push(act);
    return;
  }
  const first = [act];
  waiting.set(response, first);
  response.once('close', () => {
    for (const one of first) one();
  });
}
