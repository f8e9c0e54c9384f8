import type { KnowledgeRevision, ManifestChange, ManifestEntry } from '@personate/contracts';
import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { formatTime, plural } from '../output/format.ts';
import { table } from '../output/table.ts';
import { wholeNumber } from '../program/arguments.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';

const revision = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const most = wholeNumber(1, 1_000);

interface PageOptions {
  limit: number;
  after?: string;
}

/** `manifest` and `diff`, in the group `knowledge`. */
export function addManifest(group: Command, cli: Cli): void {
  group
    .command('manifest <persona>')
    .description(
      'the documents that a knowledge revision names, by hash, and the jobs they came by',
    )
    .option('--revision <n>', 'which one; else the newest', revision)
    .option('--limit <n>', 'documents a page', most, 200)
    .option('--after <documentKey>', 'the page after this document')
    .addHelpText(
      'after',
      examples(
        'personate knowledge manifest mara-lindqvist',
        'personate knowledge manifest mara-lindqvist --revision 3 --json',
      ),
    )
    .action((persona: string, options: PageOptions & { revision?: number }) =>
      cli.run(async ({ client, out }) => {
        const page = await client.knowledge.manifest.get(persona, options);
        out.result(page, () => [
          `${plural(page.documents, 'document')} at knowledge revision ${revisionText(page)}`,
          ...(page.digest === null ? [] : [`Digest ${page.digest}`]),
          ...table(page.items.map(entryLine)),
        ]);
        if (page.next !== null) out.note(`More: --after ${page.next}`);
        return exitCodes.done;
      }),
    );

  group
    .command('diff <persona> <from> [to]')
    .description(
      'what differs between two knowledge revisions; without a second one, to the newest',
    )
    .option('--limit <n>', 'documents a page', most, 200)
    .option('--after <documentKey>', 'the page after this document')
    .addHelpText('after', examples('personate knowledge diff mara-lindqvist 3 7'))
    .action((persona: string, from: string, to: string | undefined, options: PageOptions) =>
      cli.run(async ({ client, out }) => {
        const head = to ?? (await client.knowledge.manifest.get(persona, { limit: 1 })).revision;
        const page = await client.knowledge.manifest.diff(persona, {
          ...options,
          from: revision(from),
          to: revision(String(head)),
        });
        const { counts } = page;
        out.result(page, () => [
          `From revision ${revisionText(page.from)}`,
          `to revision ${revisionText(page.to)}`,
          `${counts.added} added, ${counts.changed} changed, ${counts.removed} removed, ${counts.rechunked} cut anew`,
          ...table(page.items.map(changeLine)),
        ]);
        if (page.next !== null) out.note(`More: --after ${page.next}`);
        return exitCodes.done;
      }),
    );
}

function revisionText({ revision: number, cause, at, ingestionId }: KnowledgeRevision): string {
  if (cause === 'empty') return `${number}, when it knew nothing`;
  const by = ingestionId === null ? cause : `${cause} ${ingestionId}`;
  return `${number}, ${formatTime(at)}, by ${by}`;
}

function entryLine(entry: ManifestEntry): string[] {
  const { documentKey, source, documentId, hash, since, ingestionId } = entry;
  const from = `since ${since} by ${ingestionId}`;
  return [documentKey, `${source} › ${documentId}`, hash.slice(0, 12), from];
}

function changeLine({ change, documentKey, source, documentId, before, after }: ManifestChange) {
  const hashes = [before, after].map((side) => side?.hash.slice(0, 12) ?? '-').join(' → ');
  return [change, documentKey, `${source} › ${documentId}`, hashes];
}
