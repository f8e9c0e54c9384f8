import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { sendUpload } from '../upload/send-upload.ts';
import { givenOptions, withIngestionOptions, type GivenOptions } from './ingestion-options.ts';
import { watchHint, watchToItsEnd } from './watch-to-its-end.ts';

interface IngestCommandOptions extends GivenOptions {
  dryRun?: true;
  full?: true;
  wait: boolean;
}

export function addIngest(program: Command, cli: Cli): void {
  withIngestionOptions(
    program
      .command('ingest <persona> <path>')
      .description('give a persona an export, a folder or a file to know'),
  )
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--full', 'the export is whole: remove what it does not hold any more')
    .option('--no-wait', 'do not wait for the end; print the ingestion')
    .addHelpText(
      'after',
      examples(
        'personate ingest ada-m ~/Downloads/twitter-2026-01-05.zip',
        'personate ingest ada-m ./notes --stance by',
        'personate ingest ada-m diary.jsonl --source diary --full',
      ),
    )
    .action((persona: string, path: string, options: IngestCommandOptions) =>
      cli.run(async (context) => {
        const { client, out } = context;
        // Before gigabytes are sent: a mistyped id.
        await client.ingestions.list(persona, { limit: 1 });
        const job = await sendUpload(context, path, (upload, signal) =>
          client.ingestions.start(
            persona,
            upload,
            {
              ...givenOptions(options),
              dryRun: options.dryRun === true,
              full: options.full === true,
            },
            signal,
          ),
        );
        if (options.wait) return watchToItsEnd(context, job);
        out.result(job, () => [
          `Ingestion ${job.ingestionId} is ${job.status}.`,
          ...watchHint(job),
        ]);
        return exitCodes.done;
      }),
    );
}
