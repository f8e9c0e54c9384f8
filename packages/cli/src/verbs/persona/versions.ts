import type { Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import { formatTime } from '../../output/format.ts';
import { table } from '../../output/table.ts';
import { wholeNumber } from '../../program/arguments.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';
import { confirmSubjectWords } from './consent-options.ts';

const version = wholeNumber(1, 999_999_999);

export function addVersions(group: Command, cli: Cli): void {
  group
    .command('versions <id>')
    .description('its versions, newest first: where each came from, and why')
    .option('--limit <n>', 'at most so many', wholeNumber(1, 500), 100)
    .option('--before <version>', 'only those below this one', version)
    .addHelpText('after', examples('personate persona versions ada-m --limit 10'))
    .action((id: string, options: { limit: number; before?: number }) =>
      cli.run(async ({ client, out }) => {
        const versions = await client.versions.list(id, options);
        out.result(versions, () =>
          table(
            versions.map((one) => [
              `v${one.version}`,
              formatTime(one.createdAt),
              one.origin,
              one.causedBy.length === 0 ? '' : `${one.causedBy.length} turns`,
              one.note,
            ]),
          ),
        );
        return exitCodes.done;
      }),
    );

  group
    .command('rollback <id>')
    .argument('<version>', 'the version to go back to', version)
    .description('append an earlier version as the newest; nothing is lost')
    .option('--confirm-subject', confirmSubjectWords)
    .addHelpText('after', examples('personate persona rollback ada-m 2'))
    .action((id: string, earlier: number, options: { confirmSubject?: true }) =>
      cli.run(async ({ client, out }) => {
        const made = await client.versions.rollback(id, earlier, options);
        out.result(made, () => [
          `${id} is at version ${made.version}, which says what version ${earlier} said.`,
        ]);
        return exitCodes.done;
      }),
    );
}
