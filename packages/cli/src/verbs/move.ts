import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-code.ts';
import { formatCount } from '../output/format.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { dataFolders } from '../server/find-server.ts';
import { runProgram } from '../server/run-program.ts';

const movedSchema = z.object({
  dryRun: z.boolean(),
  isResumed: z.boolean(),
  tables: z.array(z.object({ table: z.string(), rows: z.number() })),
  uploads: z.object({ moved: z.number(), missing: z.array(z.string()) }),
});
type Moved = z.infer<typeof movedSchema>;
const failedSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), fix: z.string() }),
});

interface MoveOptions {
  from?: string;
  uploads?: string;
  dryRun?: true;
  anew?: true;
}

/** The one verb that speaks to no server: both ends stand still while it works. */
export function addMove(program: Command, cli: Cli): void {
  program
    .command('move')
    .description('take this installation into a cluster: to the Postgres that DATABASE_URL names')
    .option('--from <folder>', 'the data folder; else PERSONATE_DATA_DIR')
    .option('--uploads <folder>', 'where the cluster keeps uploads; else PERSONATE_UPLOADS_DIR')
    .option('--dry-run', 'say what would be moved, and change nothing')
    .option('--anew', 'delete what a move that did not end has brought, and begin again')
    .addHelpText(
      'after',
      examples(
        'personate move --uploads /srv/personate/uploads --dry-run',
        'personate move --uploads /srv/personate/uploads',
      ),
    )
    .action((options: MoveOptions) =>
      cli.runBare(async ({ out, io }) => {
        const from =
          options.from === undefined ? ownFolder(dataFolders(io)) : resolve(io.cwd, options.from);
        const ran = await runProgram(io, [
          ...io.moveProgram,
          '--from',
          from,
          ...(options.uploads === undefined ? [] : ['--uploads', resolve(io.cwd, options.uploads)]),
          ...(options.dryRun === true ? ['--dry-run'] : []),
          ...(options.anew === true ? ['--anew'] : []),
        ]);
        const moved = movedSchema.safeParse(ran.told);
        if (!moved.success) throw failure(ran.told);
        out.result(moved.data, () => lines(moved.data, from));
        return moved.data.uploads.missing.length > 0 ? exitCodes.problems : exitCodes.done;
      }),
    );
}

const ownFolder = (folders: readonly string[]): string =>
  folders.find((folder) => existsSync(join(folder, 'VERSION'))) ?? folders[0] ?? '';

function failure(told: unknown): CliError {
  const failed = failedSchema.safeParse(told);
  if (!failed.success)
    return new CliError('cli.move-broke', 'The move ended without a word.', {
      fix: 'Run the same command again: it goes on where it stopped.',
    });
  const { code, message, fix } = failed.data.error;
  return new CliError(code, message, { fix });
}

function lines({ dryRun, isResumed, tables, uploads }: Moved, from: string): string[] {
  const rows = tables.reduce((sum, one) => sum + one.rows, 0);
  const counted = tables
    .filter((one) => one.rows > 0)
    .map((one) => `  ${one.table.padEnd(32)} ${formatCount(one.rows)}`);
  const missing = uploads.missing.length;
  const kept = `${formatCount(uploads.moved)} uploads${missing === 0 ? '' : `; ${missing} that are wanted are not there`}`;
  if (dryRun)
    return [
      ...counted,
      `${formatCount(rows)} rows and ${kept} would be moved. Nothing was changed.`,
    ];
  return [
    ...counted,
    `${formatCount(rows)} rows are moved${isResumed ? ', gone on from an earlier run,' : ''} and compared; ${kept}.`,
    `Start the cluster's services: ingestion fills the knowledge store, and they answer. ${from} is as it was.`,
  ];
}
