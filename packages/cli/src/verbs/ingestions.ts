import type { IngestionJob } from '@personate/contracts';
import type { Command } from 'commander';
import { usageError } from '../cli-error.ts';
import { exitCodes } from '../exit-code.ts';
import { formatTime, plural } from '../output/format.ts';
import { table } from '../output/table.ts';
import { wholeNumber } from '../program/arguments.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { tellEnd, watchHint, watchToItsEnd } from './watch-to-its-end.ts';

const ended = new Set<IngestionJob['status']>(['done', 'failed', 'cancelled']);

export function addIngestions(program: Command, cli: Cli): void {
  program
    .command('ingestions <persona> [ingestion]')
    .description('a persona’s ingestions, newest first; or one with its report')
    .option('--watch', 'follow one to its end')
    .option('--limit <n>', 'at most so many', wholeNumber(1, 200), 20)
    .addHelpText(
      'after',
      examples(
        'personate ingestions ada-m',
        'personate ingestions ada-m 6f1c…  # its report',
        'personate ingestions ada-m 6f1c… --watch',
      ),
    )
    .action(
      (persona: string, ingestion: string | undefined, options: { watch?: true; limit: number }) =>
        cli.run(async (context) => {
          const { client, out } = context;
          if (ingestion !== undefined) {
            const job = await client.ingestions.get(persona, ingestion);
            if (options.watch === true) return watchToItsEnd(context, job);
            if (ended.has(job.status)) return tellEnd(context, job);
            out.result(job, () => [lineOf(job).join('  '), ...watchHint(job)]);
            return exitCodes.done;
          }
          if (options.watch === true) {
            throw usageError('--watch needs to know which.', 'Name the ingestion’s id too.');
          }
          const jobs = await client.ingestions.list(persona, { limit: options.limit });
          out.result(jobs, () => (jobs.length === 0 ? ['None so far.'] : table(jobs.map(lineOf))));
          return exitCodes.done;
        }),
    );
}

function lineOf(job: IngestionJob): string[] {
  const { report, error } = job;
  return [
    job.ingestionId,
    formatTime(job.createdAt),
    job.options.dryRun ? `${job.status} (dry run)` : job.status,
    job.fileName,
    error !== null
      ? error.code
      : report === null
        ? job.progress.phase
        : `${report.added} added, ${report.changed} changed, ${report.removed} removed${report.problemCount > 0 ? `, ${plural(report.problemCount, 'problem')}` : ''}`,
  ];
}
