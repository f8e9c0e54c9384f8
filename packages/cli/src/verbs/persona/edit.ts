import type { Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import { changeLines } from '../../output/change-lines.ts';
import { wholeNumber } from '../../program/arguments.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';
import { confirmSubjectWords } from './consent-options.ts';
import { readTextFile } from '../../upload/read-text-file.ts';

interface EditOptions {
  file: string;
  note?: string;
  head?: number;
  confirmSubject?: true;
}

export function addEdit(group: Command, cli: Cli): void {
  group
    .command('edit <id>')
    .description('append a version from a YAML file, and show what it changes')
    .requiredOption('--file <yaml>', 'the whole persona; - reads standard input')
    .option('--note <text>', 'why, in one sentence')
    .option(
      '--head <version>',
      'refuse when the newest version is another than this',
      wholeNumber(1, 999_999_999),
    )
    .option('--confirm-subject', confirmSubjectWords)
    .addHelpText(
      'after',
      examples(
        'personate persona export ada-m > ada-m.yaml',
        'personate persona edit ada-m --file ada-m.yaml --note "Warmer."',
      ),
    )
    .action((id: string, options: EditOptions) =>
      cli.run(async ({ client, out, io }) => {
        const text = await readTextFile(io, options.file);
        const expectedHead = options.head ?? (await client.personas.get(id)).headVersion;
        const version = await client.personas.replace(id, text, {
          expectedHead,
          ...(options.note === undefined ? {} : { note: options.note }),
          ...(options.confirmSubject === true ? { confirmSubject: true } : {}),
        });
        const { changes } = await client.versions.diff(id, expectedHead, version.version);
        out.result({ ...version, changes }, () => [
          `${id} is at version ${version.version}.`,
          ...changeLines(changes, out),
        ]);
        return exitCodes.done;
      }),
    );
}
