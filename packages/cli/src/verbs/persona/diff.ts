import type { PersonateClient } from '@personate/client';
import type { Command } from 'commander';
import { CliError } from '../../cli-error.ts';
import { exitCodes } from '../../exit-code.ts';
import { changeLines } from '../../output/change-lines.ts';
import { draftLines } from '../../output/draft-lines.ts';
import { wholeNumber } from '../../program/arguments.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';

const version = wholeNumber(1, 999_999_999);

export function addDiff(group: Command, cli: Cli): void {
  group
    .command('diff <id>')
    .description(
      'what an open proposal would change; else what the newest version changed; or from one version to another',
    )
    .argument('[from]', 'a version', version)
    .argument('[to]', 'a version; else the newest', version)
    .option('--why', 'of a draft, with the words of the documents that each change rests on')
    .addHelpText(
      'after',
      examples('personate persona diff ada-m', 'personate persona diff ada-m 1 3'),
    )
    .action(
      (id: string, from: number | undefined, to: number | undefined, options: { why?: true }) =>
        cli.run(async ({ client, out }) => {
          const proposal = from === undefined ? await newestProposal(client, id) : undefined;
          if (proposal !== undefined) {
            out.result(proposal, () => [
              `Proposal ${proposal.proposalId} on version ${proposal.baseVersion}: ${proposal.note}`,
              '',
              ...draftLines(proposal, out, { why: options.why === true }),
              '',
              `Accept it:         personate persona accept ${id}`,
              `Or some of it:     personate persona accept ${id} --only <path>, or --except <path>`,
            ]);
            return exitCodes.done;
          }
          const ends = await versionsToCompare(client, id, from, to);
          const diff = await client.versions.diff(id, ends.from, ends.to);
          out.result(diff, () => [
            `Version ${diff.from} to ${diff.to}`,
            '',
            ...changeLines(diff.changes, out),
          ]);
          return exitCodes.done;
        }),
    );
}

async function newestProposal(client: PersonateClient, id: string) {
  const [newest] = await client.proposals.list(id, { status: 'open' });
  return newest && client.proposals.get(id, newest.proposalId);
}

async function versionsToCompare(
  client: PersonateClient,
  id: string,
  from: number | undefined,
  to: number | undefined,
): Promise<{ from: number; to: number }> {
  const head = to ?? (await client.personas.get(id)).headVersion;
  if (from !== undefined) return { from, to: head };
  if (head > 1) return { from: head - 1, to: head };
  throw new CliError('cli.nothing-to-compare', `${id} has one version, and no proposal is open.`, {
    fix: `See it with \`personate persona show ${id}\`, or draft it with \`personate persona derive ${id}\`.`,
  });
}
