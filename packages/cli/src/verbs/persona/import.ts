import type { Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';
import { sendUpload } from '../../upload/send-upload.ts';
import { watchToItsEnd } from '../watch-to-its-end.ts';

export function addImport(group: Command, cli: Cli): void {
  group
    .command('import <file>')
    .description('make a persona of a character card, an elizaOS character or a persona’s YAML')
    .option('--as <id>', 'the id that it shall have; else it follows from its name')
    .option('--no-wait', 'do not wait until what it tells is read')
    .addHelpText(
      'after',
      examples(
        'personate persona import keeper.png',
        'personate persona import teal.character.json --as bosun',
      ),
    )
    .action((path: string, { as, wait }: { as?: string; wait: boolean }) =>
      cli.run(async (context) => {
        const { client, out } = context;
        const made = await sendUpload(context, path, (upload, signal) =>
          client.packs.import(upload, as === undefined ? {} : { as }, signal),
        );
        const { version, ingestion, notes, format } = made;
        const told = `${version.document.name} (${version.personaId}) is made from a ${format} file.`;
        for (const note of notes) out.note(note);
        if (ingestion !== null && wait) {
          out.note(told);
          return watchToItsEnd(context, ingestion);
        }
        out.result(made, () => [told]);
        return exitCodes.done;
      }),
    );
}
