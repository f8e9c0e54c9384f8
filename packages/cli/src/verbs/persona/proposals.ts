import type { PersonateClient } from '@personate/client';
import type { Command } from 'commander';
import { CliError } from '../../cli-error.ts';
import { exitCodes } from '../../exit-code.ts';
import { formatTime } from '../../output/format.ts';
import { table } from '../../output/table.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';
import { confirmSubjectWords } from './consent-options.ts';

interface AcceptOptions {
  force?: true;
  confirmSubject?: true;
  only?: string[];
  except?: string[];
}

/** Paths hold commas: one at a time. */
function collected(path: string, all: readonly string[] | undefined): string[] {
  return [...(all ?? []), path];
}

export function addProposals(group: Command, cli: Cli): void {
  group
    .command('proposals <id>')
    .description('versions that wait to be accepted; with --all what became of earlier ones too')
    .option('--all', 'also those that are accepted, dismissed or superseded')
    .addHelpText('after', examples('personate persona proposals ada-m'))
    .action((id: string, options: { all?: true }) =>
      cli.run(async ({ client, out }) => {
        const query = options.all === true ? {} : { status: 'open' as const };
        const proposals = await client.proposals.list(id, query);
        out.result(proposals, () =>
          proposals.length === 0
            ? ['None is open.']
            : table(
                proposals.map((one) => [
                  one.proposalId,
                  one.status,
                  formatTime(one.createdAt),
                  `${one.origin} on v${one.baseVersion}`,
                  one.note,
                ]),
              ),
        );
        return exitCodes.done;
      }),
    );

  group
    .command('accept <id> [proposal]')
    .description(
      'apply what a proposal changes, or some of it, to the newest version; without its id the one that is open',
    )
    .option('--only <path>', 'take this change and those below it; may be repeated', collected)
    .option('--except <path>', 'take all but this and those below it; may be repeated', collected)
    .option('--force', 'take its side where the persona was changed there too since it was made')
    .option('--confirm-subject', confirmSubjectWords)
    .addHelpText(
      'after',
      examples(
        'personate persona diff ada-m',
        'personate persona accept ada-m',
        "personate persona accept ada-m --only persona.voice --only 'goals.goals[Build a boat]'",
        'personate persona accept ada-m --except persona.bigFive',
      ),
    )
    .action((id: string, proposal: string | undefined, options: AcceptOptions) =>
      cli.run(async ({ client, out }) => {
        const proposalId = proposal ?? (await onlyOpen(client, id));
        const version = await client.proposals.accept(id, proposalId, {
          force: options.force === true,
          ...(options.confirmSubject === true ? { confirmSubject: true } : {}),
          ...(options.only === undefined ? {} : { only: options.only }),
          ...(options.except === undefined ? {} : { except: options.except }),
        });
        out.result(version, () => [`${id} is at version ${version.version}: ${version.note}`]);
        return exitCodes.done;
      }),
    );

  group
    .command('dismiss <id> [proposal]')
    .description('close a proposal without a change; without its id the one that is open')
    .addHelpText('after', examples('personate persona dismiss ada-m'))
    .action((id: string, proposal: string | undefined) =>
      cli.run(async ({ client, out }) => {
        const proposalId = proposal ?? (await onlyOpen(client, id));
        await client.proposals.dismiss(id, proposalId);
        out.result({ personaId: id, proposalId, status: 'dismissed' }, () => [
          `Proposal ${proposalId} is dismissed.`,
        ]);
        return exitCodes.done;
      }),
    );
}

/** The open proposal's id; nobody accepts one that they did not mean. */
async function onlyOpen(client: PersonateClient, id: string): Promise<string> {
  const open = await client.proposals.list(id, { status: 'open' });
  const [only, ...others] = open;
  if (only === undefined) {
    throw new CliError('cli.no-proposal', `${id} has no open proposal.`, {
      fix: `Draft one from its documents: \`personate persona derive ${id}\`.`,
    });
  }
  if (others.length === 0) return only.proposalId;
  throw new CliError('cli.proposal-unstated', `${id} has ${open.length} open proposals.`, {
    fix: `Name one of them: ${open.map(({ proposalId }) => proposalId).join(', ')}.`,
  });
}
