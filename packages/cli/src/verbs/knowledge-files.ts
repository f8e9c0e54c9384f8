import { knowledgeExportFormat } from '@personate/contracts';
import type { Command } from 'commander';
import { CliError, usageError } from '../cli-error.ts';
import { exitCodes } from '../exit-code.ts';
import { formatBytes } from '../output/format.ts';
import { writeFile } from '../output/write-file.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { sendUpload } from '../upload/send-upload.ts';
import { watchHint, watchToItsEnd } from './watch-to-its-end.ts';

interface ExportOptions {
  out?: string;
  passages?: true;
  vectors?: true;
}

/** `export` and `import`, in the group `knowledge`. */
export function addKnowledgeFiles(group: Command, cli: Cli): void {
  group
    .command('export <persona>')
    .description('every document as JSON lines, on standard output or into a file')
    .option('--out <file>', 'the file to write')
    .option('--passages', 'with the passages that each document was cut into')
    .option('--vectors', 'with passages and their vectors, so that nothing is embedded again')
    .addHelpText(
      'after',
      examples(
        'personate knowledge export ada-m --out ada-m.jsonl',
        'personate knowledge export ada-m --vectors --out ada-m.jsonl',
      ),
    )
    .action((persona: string, { out: file, ...options }: ExportOptions) =>
      cli.run(async ({ client, out, io }) => {
        const checked = async function* (signal?: AbortSignal) {
          const tail = new Tail();
          for await (const piece of client.packs.knowledge(persona, options, signal)) {
            tail.add(piece);
            yield piece;
          }
          // Before the file gets its name.
          tail.check();
        };
        if (file === undefined) {
          if (out.json) throw usageError('An export is no JSON value.', 'Add --out FILE.');
          const decoder = new TextDecoder();
          for await (const piece of checked())
            await out.content(decoder.decode(piece, { stream: true }));
          return exitCodes.done;
        }
        const sizeBytes = await writeFile(io, file, checked);
        out.result({ personaId: persona, file, sizeBytes }, () => [
          `${file} is written (${formatBytes(sizeBytes)}).`,
        ]);
        return exitCodes.done;
      }),
    );

  group
    .command('import <persona> <file>')
    .description('what `knowledge export` wrote, into this or another persona')
    .option('--full', 'remove what the persona knows and the file does not hold')
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--no-wait', 'do not wait for the end; print the ingestion')
    .addHelpText('after', examples('personate knowledge import ada-m ada-m.jsonl'))
    .action(
      (persona: string, path: string, options: { full?: true; dryRun?: true; wait: boolean }) =>
        cli.run(async (context) => {
          const { client, out } = context;
          await client.ingestions.list(persona, { limit: 1 });
          const job = await sendUpload(context, path, (upload, signal) =>
            client.ingestions.start(
              persona,
              upload,
              {
                format: knowledgeExportFormat,
                full: options.full === true,
                dryRun: options.dryRun === true,
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

/** The last line of what went by: an export that was cut off lacks its end. */
class Tail {
  #last = Buffer.alloc(0);

  add(piece: Uint8Array): void {
    this.#last = Buffer.concat([this.#last, piece]).subarray(-500);
  }

  check(): void {
    const line = this.#last.toString('utf8').trimEnd().split('\n').at(-1) ?? '';
    if (/^\{"end":\{.*\}\}$/.test(line)) return;
    throw new CliError('cli.export-cut-off', 'The export broke off before its end.', {
      fix: 'Run the same command again; the server’s log says why.',
    });
  }
}
