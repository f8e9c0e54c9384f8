import type { Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import { draftLines } from '../../output/draft-lines.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';

export function addDerive(group: Command, cli: Cli): void {
  group
    .command('derive <id>')
    .description(
      'draft the persona from its documents, as a proposal to accept, in part or whole, or dismiss',
    )
    .option('--why', 'show the words of the documents that each change rests on')
    .option('--no-model', 'by counting alone, also where a model is configured')
    .addHelpText(
      'after',
      examples('personate persona derive ada-m', 'personate persona accept ada-m'),
    )
    .action((id: string, options: { why?: true; model: boolean }) =>
      cli.run(async ({ client, out }) => {
        out.note('Reading its documents …');
        const { proposalId } = await client.personas.derive(id, { model: options.model });
        const proposal = await client.proposals.get(id, proposalId);
        out.result(proposal, () => [
          ...draftLines(proposal, out, { why: options.why === true }),
          '',
          `Accept it:      personate persona accept ${id}`,
          `Or some of it:  personate persona accept ${id} --only <path>, or --except <path>`,
          `Or not:         personate persona dismiss ${id}`,
        ]);
        return exitCodes.done;
      }),
    );
}
