import type { IngestionJob } from '@personate/contracts';
import { setTimeout as wait } from 'node:timers/promises';
import { serverEvent } from './http/event-stream.ts';

const ended = new Set<IngestionJob['status']>(['done', 'failed', 'cancelled']);

/**
 * The job's state now, then whenever it moves, then its end as `done`. It is read from the records at intervals,
 * so that any gateway can watch any worker's job.
 */
export async function* watchIngestion(
  read: () => Promise<IngestionJob | null>,
  first: IngestionJob,
  options: { intervalMs: number; signal: AbortSignal },
): AsyncGenerator<string> {
  let told = '';
  for (let job: IngestionJob | null = first; job !== null; job = await read()) {
    const state = JSON.stringify(job);
    if (ended.has(job.status)) {
      yield serverEvent(job, 'done');
      return;
    }
    if (state !== told) yield serverEvent(job, 'progress');
    told = state;
    const woken = await wait(options.intervalMs, 'on', { signal: options.signal }).catch(
      () => 'off',
    );
    if (woken === 'off') return;
  }
}
