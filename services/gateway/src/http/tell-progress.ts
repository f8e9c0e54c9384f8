import { serverEvent } from './event-stream.ts';

/** What a piece of work tells while it goes on, as `progress` events at intervals, then its result as `done`. */
export async function* tellProgress<Progress>(
  work: (tell: (progress: Progress) => void) => Promise<unknown>,
  options: { intervalMs: number },
): AsyncGenerator<string> {
  let latest: Progress | undefined;
  const result = work((progress) => {
    latest = progress;
  });
  // It may fail while an event is being sent: it is awaited below.
  result.catch(() => {});
  for (;;) {
    let timer: NodeJS.Timeout | undefined;
    const pause = new Promise<'on'>((resolve) => {
      timer = setTimeout(() => resolve('on'), options.intervalMs);
    });
    const ended = await Promise.race([result.then(() => 'ended' as const), pause]).finally(() =>
      clearTimeout(timer),
    );
    if (ended === 'ended') break;
    if (latest !== undefined) yield serverEvent(latest, 'progress');
    latest = undefined;
  }
  yield serverEvent(await result, 'done');
}
