import { eventually } from '../harness/eventually.ts';
import type { Client } from '../e2e/client.ts';
import type { Load } from './cluster-load.ts';

export interface Measured {
  requests: number;
  failed: number;
  slowestMs: number;
  /** Longest time in which nobody was answered. */
  gapMs: number;
  /** After the fault was over, until the last upload was read and the last fact learnt. */
  caughtUpMs: number;
  said: string[];
}

export const tableHead = [
  '| fault | of | requests | failed | slowest, s | longest without an answer, s | caught up after, s | said |',
  '|---|---|---|---|---|---|---|---|',
];

/** What clients saw while something was wrong, and how long the workers took to catch up. */
export async function measureFault(
  { load, client, personaId }: { load: Load; client: Client; personaId: string },
  fault: () => Promise<void>,
): Promise<Measured> {
  const from = performance.now();
  await fault();
  const endedAt = performance.now();
  // What came since does not count: where the load is more than the machine bears, nobody would ever catch up with it.
  const last = load.uploads.at(-1);
  const { user } = load.told.at(-1) ?? { user: '' };
  await eventually('the workers have caught up', 240_000, async () => {
    const job = await client.call<{ status: string }>(
      'GET',
      `/v1/personas/${personaId}/ingestions/${last}`,
    );
    const { items } = await client.call<{ items: unknown[] }>(
      'GET',
      `/v1/personas/${personaId}/memories?user=${user}`,
    );
    return job.status === 'done' && items.length > 0 ? true : undefined;
  });
  const caughtUpMs = performance.now() - endedAt;
  await eventually('who asked meanwhile has an answer', 120_000, async () =>
    [...load.underWay].every((startedAt) => startedAt > endedAt) ? true : undefined,
  );
  const seen = load.sent.filter((one) => one.endedAt >= from);
  const failed = seen.filter(({ error }) => error !== null);
  const answeredAt = seen.filter(({ error }) => error === null).map((one) => one.endedAt);
  const times = [from, ...answeredAt.toSorted((a, b) => a - b)];
  return {
    requests: seen.length,
    failed: failed.length,
    slowestMs: Math.max(0, ...seen.map((one) => one.endedAt - one.startedAt)),
    gapMs: Math.max(0, ...times.slice(1).map((at, i) => at - (times[i] ?? at))),
    caughtUpMs,
    said: [...new Set(failed.flatMap(({ error }) => error ?? []))],
  };
}

export function toRow(fault: string, of: string, measured: Measured): string {
  const s = (ms: number) => (ms / 1000).toFixed(1);
  const { requests, failed, slowestMs, gapMs, caughtUpMs, said } = measured;
  return `| ${fault} | ${of} | ${requests} | ${failed} | ${s(slowestMs)} | ${s(gapMs)} | ${s(caughtUpMs)} | ${said.join('; ')} |`;
}
