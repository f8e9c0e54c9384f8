import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { formatBytes } from '../output/format.ts';
import { reportLines } from '../output/report-lines.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { sendUpload } from '../upload/send-upload.ts';
import { givenOptions, withIngestionOptions, type GivenOptions } from './ingestion-options.ts';

export function addInspect(program: Command, cli: Cli): void {
  withIngestionOptions(
    program
      .command('inspect <path>')
      .description('what an export, a folder or a file holds; nothing of it is kept'),
  )
    .option('--persona <id>', 'compare with what this persona has')
    .addHelpText(
      'after',
      examples(
        'personate inspect ~/Downloads/twitter-2026-01-05.zip',
        'personate inspect ./notes --stance by --persona ada-m',
      ),
    )
    .action((path: string, options: GivenOptions & { persona?: string }) =>
      cli.run(async (context) => {
        const { client, out } = context;
        const persona = options.persona === undefined ? {} : { persona: options.persona };
        const found = await sendUpload(context, path, (upload, signal) =>
          client.inspect(upload, { ...givenOptions(options), ...persona }, signal),
        );
        out.result(found, () => [
          `${found.fileName}, ${formatBytes(found.sizeBytes)}`,
          '',
          ...reportLines(found.report, out, { stored: false }),
        ]);
        return found.report.problemCount > 0 ? exitCodes.problems : exitCodes.done;
      }),
    );
}
