import type { PersonateClient } from '@personate/client';
import type { IngestionJob } from '@personate/contracts';
import { CliError } from '../cli-error.ts';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import type { Context } from '../program/cli.ts';
import { plural } from '../output/format.ts';
import { ProgressDisplay } from '../output/progress-display.ts';
import { reportLines } from '../output/report-lines.ts';

/** Shows an ingestion until it ends; Ctrl-C stops watching, not the ingestion. */
export async function watchToItsEnd(context: Context, first: IngestionJob): Promise<ExitCode> {
  const { client, out, io } = context;
  const leaving = new AbortController();
  const display = new ProgressDisplay(io.stderr);
  const unsubscribe = io.interrupts.subscribe(() => leaving.abort());
  let job = first;
  try {
    const { personaId, ingestionId } = first;
    for await (job of client.ingestions.watch(personaId, ingestionId, leaving.signal)) {
      const { phase, documents, total, passages } = job.progress;
      display.show({
        label: phase,
        done: documents,
        total,
        unit: 'documents',
        ...(passages > 0 ? { beside: plural(passages, 'passage') } : {}),
      });
    }
  } catch (error) {
    if (!leaving.signal.aborted) throw error;
    display.clear();
    out.result(job, () => ['It goes on without you watching.', ...watchHint(job)]);
    return exitCodes.interrupted;
  } finally {
    unsubscribe();
    display.clear();
  }
  return tellEnd(context, job);
}

/** The job as the result; a failed one as the error that it is. */
export async function tellEnd(
  { client, out }: Pick<Context, 'client' | 'out'>,
  job: IngestionJob,
): Promise<ExitCode> {
  const { report } = job;
  out.result(job, () =>
    report === null ? [] : reportLines(report, out, { stored: !job.options.dryRun }),
  );
  if (job.status === 'cancelled') {
    out.note('The ingestion was cancelled; what it had stored stays.');
    return exitCodes.failed;
  }
  if (job.status === 'failed') {
    const { code, message, fix } = job.error ?? unexplained;
    throw new CliError(code, message, { fix });
  }
  if (!job.options.dryRun) await mentionDraft(client, out, job);
  return (report?.problemCount ?? 0) > 0 ? exitCodes.problems : exitCodes.done;
}

export function watchHint({ personaId, ingestionId }: IngestionJob): string[] {
  return [
    `Watch it:   personate ingestions ${personaId} ${ingestionId} --watch`,
    `Cancel it:  personate cancel ${personaId} ${ingestionId}`,
  ];
}

/** After an ingestion the server may have drafted the persona. */
async function mentionDraft(
  client: PersonateClient,
  out: Context['out'],
  { personaId, report }: IngestionJob,
): Promise<void> {
  // A key that may ingest need not be one that may review.
  const open = await client.proposals.list(personaId, { status: 'open' }).catch(() => []);
  if (open.length === 0) return;
  out.note(`A draft of the persona waits: personate persona diff ${personaId}`);
  if (report?.beyondKnowledge !== undefined)
    out.note(`Accepted, it moves the date as well: personate persona accept ${personaId}`);
}

const unexplained = {
  code: 'ingestion.failed',
  message: 'The ingestion failed.',
  fix: 'See the server’s log.',
};
