import { setTimeout as sleep } from 'node:timers/promises';
import { joinSignals } from '@personate/contracts';
import type { TrainingRunRepository } from '@personate/records';
import { workOnRun, type WorkOnRunDeps } from '@personate/training';

export interface TrainingWorkerDeps extends Omit<WorkOnRunDeps, 'runs'> {
  runs: WorkOnRunDeps['runs'] & Pick<TrainingRunRepository, 'take' | 'hold'>;
  /** Between two looks when there was nothing to do. */
  idleMs?: number;
  /** A worker that is not heard of for so long is gone. */
  holdMs?: number;
}

/** Tunes models, one step of one run at a time: a job takes hours at its endpoint, and is only looked at here. */
export function runTraining(deps: TrainingWorkerDeps): { close(): Promise<void> } {
  const { runs, log, holdMs = 60_000 } = deps;
  const idleMs = deps.idleMs ?? Math.min(5_000, deps.pollMs);
  const stop = new AbortController();

  async function work(): Promise<void> {
    while (!stop.signal.aborted) {
      let took = false;
      try {
        took = await takeOne();
      } catch (error) {
        if (!stop.signal.aborted) log.warn({ err: error }, 'training was not worked on');
      }
      if (!took) await sleep(idleMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }

  async function takeOne(): Promise<boolean> {
    const run = await runs.take({ holdMs });
    if (run === null) return false;
    const lost = new AbortController();
    const { signal, release } = joinSignals(stop.signal, lost.signal);
    const heart = setInterval(() => {
      runs.hold(run, holdMs).then(
        (held) => held || lost.abort(new Error('another worker has the run, or it is gone')),
        (error: unknown) => log.warn({ err: error, runId: run.runId }, 'training run was not held'),
      );
    }, holdMs / 3);
    try {
      await workOnRun(deps, run, signal);
    } catch (error) {
      // Stopped, not failed: the next worker goes on at once.
      if (stop.signal.aborted) await runs.putOff(run, { inMs: 0 });
      throw error;
    } finally {
      clearInterval(heart);
      release();
    }
    return true;
  }
  const working = work();

  return {
    async close() {
      stop.abort(new Error('the service is closing'));
      await working;
    },
  };
}
