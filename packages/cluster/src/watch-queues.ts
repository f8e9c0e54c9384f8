import type { Metrics } from '@personate/chassis';
import type { Queues } from '@personate/queues';
import type { TaskRepository } from '@personate/records';

const withinMs = 2_000;

/** What waits in the queues, counted whenever the metrics are asked for; left out where the queue does not answer. */
export function watchQueues(
  metrics: Metrics,
  queues: Pick<Queues, 'counts' | 'ages'>,
  tasks?: Pick<TaskRepository, 'backlog'>,
): void {
  const { queueJobs, queueAge, scrapeFailures } = metrics;
  async function count(): Promise<void> {
    queueJobs.reset();
    queueAge.reset();
    try {
      const [counts, ages] = await within(Promise.all([queues.counts(), queues.ages()]));
      for (const [queue, states] of Object.entries(counts))
        for (const [state, jobs] of Object.entries(states)) queueJobs.set({ queue, state }, jobs);
      for (const [queue, ageMs] of Object.entries(ages)) queueAge.set({ queue }, ageMs / 1_000);
    } catch {
      scrapeFailures.inc({ source: 'queue' });
    }
    if (tasks === undefined) return;
    try {
      const { waiting, active, oldestMs } = await within(tasks.backlog());
      queueJobs.set({ queue: 'tasks', state: 'waiting' }, waiting);
      queueJobs.set({ queue: 'tasks', state: 'active' }, active);
      queueAge.set({ queue: 'tasks' }, oldestMs / 1_000);
    } catch {
      scrapeFailures.inc({ source: 'tasks' });
    }
  }
  // One of them counts for both; the registry asks all at once, and waits for each.
  let counting: Promise<void> | undefined;
  const once = (): Promise<void> =>
    (counting ??= count().finally(() => {
      counting = undefined;
    }));
  for (const gauge of [queueJobs, queueAge]) onScrape(gauge, once);
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue did not answer in time')), withinMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** prom-client takes it at the making of a metric only; ours are made before there is a queue. */
export function onScrape(metric: object, collect: () => void | Promise<void>): void {
  Object.assign(metric, { collect });
}
