import type { Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import { changeLines } from '../../output/change-lines.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';

export function addDerive(group: Command, cli: Cli): void {
  group
    .command('derive <id>')
    .description('draft the persona from its documents, as a proposal to accept or dismiss')
    .addHelpText(
      'after',
      examples('personate persona derive ada-m', 'personate persona accept ada-m'),
    )
    .action((id: string) =>
      cli.run(async ({ client, out }) => {
        out.note('Reading its documents …');
        const { proposalId } = await client.personas.derive(id);
        const proposal = await client.proposals.get(id, proposalId);
        out.result(proposal, () => [
          ...changeLines(proposal.changes, out),
          '',
          `Accept it:  personate persona accept ${id}`,
          `Or not:     personate persona dismiss ${id}`,
        ]);
        return exitCodes.done;
      }),
    );
}
