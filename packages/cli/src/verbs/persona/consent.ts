import { subjectKindSchema, type Consent } from '@personate/contracts';
import { Option, type Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import { formatTime } from '../../output/format.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';
import { consentGiven, type ConsentOptions } from './consent-options.ts';

export function addConsent(group: Command, cli: Cli): void {
  const consent = group
    .command('consent')
    .description('what the person agreed to that a persona is made of: show, give, withdraw');

  consent
    .command('show <id>')
    .description('whom it is made of, on what ground, and whether that was withdrawn')
    .addHelpText('after', examples('personate persona consent show ada-m'))
    .action((id: string) =>
      cli.run(async ({ client, out }) => {
        const told = await client.personas.consent(id);
        out.result(told, () => consentLines(told));
        return exitCodes.done;
      }),
    );

  consent
    .command('give <id>')
    .description('say whom it is made of and on what ground, for the first time or again')
    .addOption(
      new Option('--subject <kind>', 'whom it is made of; else as it is').choices(
        subjectKindSchema.options,
      ),
    )
    .option('--basis <text>', 'on what ground; of yourself: that it is you')
    .option('--evidence <text>', 'where that is written down; needed for a real person')
    .addHelpText(
      'after',
      examples(
        'personate persona consent give ada-m --subject self',
        'personate persona consent give grandfather --subject real --basis "He asked for it" --evidence "his letter of 2026-03-01"',
      ),
    )
    .action((id: string, options: ConsentOptions) =>
      cli.run(async ({ client, out }) => {
        const subject = options.subject ?? (await client.personas.consent(id)).subject;
        const told = await client.personas.giveConsent(id, consentGiven(subject, options));
        out.result(told, () => consentLines(told));
        return exitCodes.done;
      }),
    );

  consent
    .command('withdraw <id>')
    .description('stop it at once, answers under way too; no version brings it back')
    .option('--note <text>', 'why, and who said so')
    .addHelpText(
      'after',
      examples('personate persona consent withdraw ada-m --note "she wrote on 2026-05-02"'),
    )
    .action((id: string, { note }: { note?: string }) =>
      cli.run(async ({ client, out }) => {
        const told = await client.personas.withdrawConsent(id, note === undefined ? {} : { note });
        out.result(told, () => [
          `${id} answers nobody any more. To forget all of it: personate erasure persona ${id}`,
        ]);
        return exitCodes.done;
      }),
    );
}

const states: Record<Consent['state'], string> = {
  'not-needed': 'no consent is needed',
  given: 'consent is given',
  missing: 'consent is not stated: it answers nobody',
  withdrawn: 'consent is withdrawn: it answers nobody',
};

export function consentLines(told: Consent): string[] {
  return [
    `${told.personaId} is made of: ${told.subject}; ${states[told.state]}`,
    ...(told.basis === undefined ? [] : [`  basis: ${told.basis}`]),
    ...(told.evidence === undefined ? [] : [`  evidence: ${told.evidence}`]),
    ...(told.withdrawnAt === undefined
      ? []
      : [
          `  withdrawn ${formatTime(told.withdrawnAt)}${told.withdrawnNote === undefined ? '' : `: ${told.withdrawnNote}`}`,
        ]),
  ];
}
