import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { formatBytes, formatCount } from '../output/format.ts';
import { writeFile } from '../output/write-file.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { sendUpload } from '../upload/send-upload.ts';
import { watchHint, watchToItsEnd } from './watch-to-its-end.ts';

/** A whole persona as one file, and back. */
export function addPack(program: Command, cli: Cli): void {
  program
    .command('pack <persona>')
    .description('a persona as one zip: YAML, versions, probes, portrait, documents, provenance')
    .option('--out <file>', 'the file to write; else <persona>.personate.zip')
    .option('--vectors', 'with vectors, so that nothing is embedded again')
    .addHelpText('after', examples('personate pack ada-m', 'personate pack ada-m --out /tmp/a.zip'))
    .action((persona: string, { out: given, ...query }: { out?: string; vectors?: true }) =>
      cli.run(async ({ client, out, io }) => {
        const file = given ?? `${persona}.personate.zip`;
        const sizeBytes = await writeFile(io, file, (signal) =>
          client.packs.pack(persona, query, signal),
        );
        out.result({ personaId: persona, file, sizeBytes }, () => [
          `${file} is written (${formatBytes(sizeBytes)}).`,
        ]);
        return exitCodes.done;
      }),
    );

  program
    .command('unpack <file>')
    .description('make a persona of what `pack` wrote')
    .option('--as <id>', 'the id that it shall have; else the one it had')
    .option('--no-wait', 'do not wait until its knowledge is read')
    .addHelpText('after', examples('personate unpack ada-m.personate.zip --as ada-copy'))
    .action((path: string, { as, wait }: { as?: string; wait: boolean }) =>
      cli.run(async (context) => {
        const { client, out } = context;
        const made = await sendUpload(context, path, (upload, signal) =>
          client.packs.unpack(upload, as === undefined ? {} : { as }, signal),
        );
        const { version, pack, ingestion } = made;
        out.note(
          `${version.document.name} (${version.personaId}) is made with ${formatCount(pack.headVersion)} versions; ${formatCount(pack.knowledge.documents)} documents are being read.`,
        );
        if (wait) return watchToItsEnd(context, ingestion);
        out.result(made, () => [
          `Ingestion ${ingestion.ingestionId} is ${ingestion.status}.`,
          ...watchHint(ingestion),
        ]);
        return exitCodes.done;
      }),
    );
}
