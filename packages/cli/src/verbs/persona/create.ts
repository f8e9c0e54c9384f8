import type { Command } from 'commander';
import { isMap, parseDocument } from 'yaml';
import { usageError } from '../../cli-error.ts';
import { exitCodes } from '../../exit-code.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';
import { readTextFile } from '../../upload/read-text-file.ts';

export function addCreate(group: Command, cli: Cli): void {
  group
    .command('create <id>')
    .description('make a persona; with --name alone a minimal one')
    .option('--name <name>', 'what it is called')
    .option('--file <yaml>', 'its YAML; - reads standard input')
    .addHelpText(
      'after',
      examples(
        'personate persona create ada-m --name "Ada M."',
        'personate persona create captain --file captain.yaml',
      ),
    )
    .action((id: string, options: { name?: string; file?: string }) =>
      cli.run(async ({ client, out, io }) => {
        const { name, file } = options;
        if (name === undefined && file === undefined) {
          throw usageError('A persona needs a name.', 'Add --name NAME, or --file x.yaml.');
        }
        const made = await client.personas.create(
          file === undefined
            ? { id, name: name ?? id }
            : personaText(await readTextFile(io, file), { id, name }),
        );
        out.result(made, () => [
          `${made.document.name} (${made.personaId}) is made, version ${made.version}.`,
          `Next: personate ingest ${made.personaId} <export or folder>`,
        ]);
        return exitCodes.done;
      }),
    );
}

/** The YAML as it stands, but for what the command line says. */
function personaText(text: string, said: { id: string; name: string | undefined }): string {
  const document = parseDocument(text);
  // What is no YAML, or no map, is for the server to say: it names lines and columns.
  if (document.errors.length > 0 || !isMap(document.contents)) return text;
  const id = document.get('id');
  if (id !== undefined && id !== said.id) {
    throw usageError(
      `The file is of ${JSON.stringify(id)}, not of "${said.id}".`,
      'Name the same id in both.',
    );
  }
  if (id !== undefined && said.name === undefined) return text;
  document.set('id', said.id);
  if (said.name !== undefined) document.set('name', said.name);
  return document.toString();
}
