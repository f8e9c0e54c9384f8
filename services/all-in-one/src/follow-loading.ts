import { setTimeout as sleep } from 'node:timers/promises';
import type { Repositories } from '@personate/records';
import type { ProgressDisplay } from './progress-display.ts';

/** Waits for the first loading, and shows it. One that fails does not keep the others from being ready. */
export async function followLoading(
  ingestions: Pick<Repositories['ingestions'], 'get'>,
  pending: ReadonlyArray<{ personaId: string; ingestionId: string }>,
  display: ProgressDisplay,
  onLoaded: (personaId: string) => void,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const open = new Map(pending.map((job) => [job.ingestionId, job.personaId]));
  if (open.size > 0) display.say('Loading the personas (once) …');
  const failed: string[] = [];
  while (open.size > 0) {
    for (const [ingestionId, personaId] of open) {
      const job = await ingestions.get(ingestionId);
      if (
        job === null ||
        job.status === 'done' ||
        job.status === 'failed' ||
        job.status === 'cancelled'
      ) {
        open.delete(ingestionId);
        if (job?.error) {
          display.say(`  ${personaId}, ${job.fileName}: ${job.error.message} ${job.error.fix}`);
          failed.push(`${personaId} lacks ${job.fileName}`);
        } else if (job?.report)
          display.say(`  ${personaId}, ${job.fileName}: ${outcome(job.report)}`);
        if (![...open.values()].includes(personaId)) onLoaded(personaId);
      } else if (job.status === 'running') {
        display.show({
          name: `${personaId}, ${job.fileName}`,
          done: job.progress.documents,
          total: job.progress.total ?? 0,
        });
      }
    }
    await sleep(100, undefined, { signal });
  }
  // What scrolled by a minute ago is not noticed, and the persona answers all the same.
  if (failed.length > 0)
    display.say(
      `NOT ALL WAS LOADED: ${failed.join('; ')}. Mend what is said above, and start again.`,
    );
}

function outcome(report: { added: number; changed: number; removed: number }): string {
  const parts = [
    report.added > 0 ? `${report.added} documents` : '',
    report.changed > 0 ? `${report.changed} changed` : '',
    report.removed > 0 ? `${report.removed} removed` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'up to date';
}
