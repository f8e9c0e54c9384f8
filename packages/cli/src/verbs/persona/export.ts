import { characterExportFormatSchema, type CharacterExportFormat } from '@personate/contracts';
import { Option, type Command } from 'commander';
import { usageError } from '../../cli-error.ts';
import { exitCodes } from '../../exit-code.ts';
import { formatBytes } from '../../output/format.ts';
import { writeFile } from '../../output/write-file.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';

interface ExportOptions {
  format: CharacterExportFormat;
  out?: string;
}

export function addExport(group: Command, cli: Cli): void {
  group
    .command('export <id>')
    .description('its newest version as YAML, a character card or an elizaOS character')
    .addOption(
      new Option('--format <format>', 'what to write')
        .choices(characterExportFormatSchema.options)
        .default('yaml'),
    )
    .option('--out <file>', 'the file to write; else standard output')
    .addHelpText(
      'after',
      examples(
        'personate persona export ada-m > ada-m.yaml',
        'personate persona export ada-m --format png --out ada-m.png',
      ),
    )
    .action((id: string, { format, out: file }: ExportOptions) =>
      cli.run(async ({ client, out, io }) => {
        if (file !== undefined) {
          const sizeBytes = await writeFile(io, file, (signal) =>
            client.packs.export(id, { format }, signal),
          );
          out.result({ personaId: id, format, file, sizeBytes }, () => [
            `${file} is written (${formatBytes(sizeBytes)}).`,
          ]);
        } else if (format === 'png' || format === 'charx') {
          throw usageError(`A ${format} is not for a terminal.`, 'Add --out FILE.');
        } else if (out.json && format === 'yaml') {
          const { document } = await client.personas.get(id);
          out.result(document, () => []);
        } else {
          const pieces: Uint8Array[] = [];
          for await (const piece of client.packs.export(id, { format })) pieces.push(piece);
          const text = Buffer.concat(pieces).toString('utf8');
          if (out.json) out.result(JSON.parse(text), () => []);
          else await out.content(text);
        }
        return exitCodes.done;
      }),
    );
}
