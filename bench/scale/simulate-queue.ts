import { generator } from '../measure/generator.ts';

export interface Waiting {
  use: number;
  /** Against the service time's mean. */
  p50: number;
  p95: number;
  p99: number;
}

/**
 * Questions that arrive at random at `servers` gateways of one busy thread each, put to the one that is free first, with
 * service times spread as the measured ones (log-normal): how long they take from arrival to answer.
 */
export function simulateQueue(input: {
  servers: number;
  /** Share of the time that each is busy. */
  use: number;
  /** Standard deviation against the mean. */
  spread: number;
  questions: number;
}): Waiting {
  const { servers, use, spread, questions } = input;
  const random = generator(5);
  const sigma = Math.sqrt(Math.log(1 + spread * spread));
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const free = new Float64Array(servers);
  const took: number[] = [];
  let at = 0;
  for (let i = 0; i < questions; i += 1) {
    at += -Math.log(1 - random()) / (servers * use);
    let first = 0;
    for (let s = 1; s < servers; s += 1) if ((free[s] ?? 0) < (free[first] ?? 0)) first = s;
    const end = Math.max(at, free[first] ?? 0) + Math.exp(sigma * normal() - (sigma * sigma) / 2);
    free[first] = end;
    took.push(end - at);
  }
  took.sort((a, b) => a - b);
  const share = (of: number): number => took[Math.floor(took.length * of)] ?? Number.NaN;
  return { use, p50: share(0.5), p95: share(0.95), p99: share(0.99) };
}
