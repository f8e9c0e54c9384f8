import { setTimeout as delay } from 'node:timers/promises';
import type { Runtime } from './open-runtime.ts';

export interface Measured {
  perSecond: number;
  /** How long questions waited that came while the texts were embedded. */
  questionsMs: number[];
}

const questionEveryMs = 50;

/** First the texts alone, for the rate; then again with a question now and then, for its wait. */
export async function measureBatch(queue: Runtime, texts: readonly string[]): Promise<Measured> {
  const { signal } = new AbortController();
  const beganAt = performance.now();
  await queue.embed(texts, false, signal);
  const perSecond = (texts.length * 1_000) / (performance.now() - beganAt);

  const questionsMs: number[] = [];
  let busy = true;
  const bulk = queue.embed(texts, false, signal).finally(() => (busy = false));
  await delay(questionEveryMs);
  while (busy) {
    const askedAt = performance.now();
    await queue.embed(['Where did you leave the old boat?'], true, signal);
    questionsMs.push(performance.now() - askedAt);
    await delay(questionEveryMs);
  }
  await bulk;
  return { perSecond, questionsMs };
}
