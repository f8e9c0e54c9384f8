import { mayAnswer } from '@personate/contracts';
import type { Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import { table } from '../../output/table.ts';
import { shorten } from '../../output/wrap.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';

export function addList(group: Command, cli: Cli): void {
  group
    .command('list')
    .description('every persona, with its version and what waits to be accepted')
    .option('--archived', 'archived ones too')
    .addHelpText('after', examples('personate persona list', 'personate persona list --json'))
    .action((options: { archived?: true }) =>
      cli.run(async ({ client, out }) => {
        const personas = (await client.personas.list()).filter(
          ({ status }) => options.archived === true || status === 'active',
        );
        out.result(personas, () =>
          personas.length === 0
            ? ['There are no personas yet. Make one: personate persona create <id> --name NAME']
            : table(
                personas.map((persona) => [
                  out.paint('bold', persona.id),
                  persona.name,
                  persona.subject,
                  `v${persona.headVersion}`,
                  [
                    ...(persona.status === 'archived' ? ['archived'] : []),
                    ...(mayAnswer(persona.consent) ? [] : [`consent ${persona.consent}`]),
                    ...(persona.openProposals > 0 ? [`${persona.openProposals} to review`] : []),
                    shorten(persona.summary, 60),
                  ].join('  '),
                ]),
              ),
        );
        return exitCodes.done;
      }),
    );
}
