import type { CommonChange, CommonSet } from '@personate/contracts';
import type { Command } from 'commander';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import { formatDate, plural } from '../output/format.ts';
import { table } from '../output/table.ts';
import type { Cli, Context } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { sendUpload } from '../upload/send-upload.ts';
import { watchHint, watchToItsEnd } from './watch-to-its-end.ts';

export function addCommon(program: Command, cli: Cli): void {
  const group = program
    .command('common')
    .description('knowledge that personas share: their era, place, profession, culture');

  group
    .command('create <set>')
    .description('make a set; it holds nothing until it is fed')
    .option('--title <title>', 'what it is about')
    .addHelpText('after', examples('personate common create baltic-1960s --title "The Baltic"'))
    .action((id: string, options: { title?: string }) =>
      cli.run(async ({ client, out }) => {
        const set = await client.common.create({ id, ...options });
        out.result(set, () => [
          `The set ${set.id} is made.`,
          `Next: personate common ingest ${set.id} <export or folder>`,
        ]);
        return exitCodes.done;
      }),
    );

  group
    .command('list')
    .description('every set: what it holds, and which personas have it')
    .addHelpText('after', examples('personate common list'))
    .action(() =>
      cli.run(async ({ client, out }) => {
        const sets = await client.common.list();
        out.result(sets, () => (sets.length === 0 ? ['No set yet.'] : table(sets.map(lineOf))));
        return exitCodes.done;
      }),
    );

  group
    .command('ingest <set> <path>')
    .description('replace what a set holds, in each persona that has it too')
    .addHelpText('after', examples('personate common ingest baltic-1960s ./baltic'))
    .action((set: string, path: string) =>
      cli.run(async (context) => {
        const change = await sendUpload(context, path, (upload, signal) =>
          context.client.common.feed(set, upload, signal),
        );
        return tellChange(context, change, `The set ${set} holds ${documentsOf(change.set)}.`);
      }),
    );

  for (const [verb, description] of [
    ['attach', 'give a persona a set to know; attached already, it is brought in line'],
    ['detach', 'take a set from a persona: its documents, passages and vectors go'],
  ] as const) {
    group
      .command(`${verb} <set> <persona>`)
      .description(description)
      .option('--no-wait', 'do not wait for the end; print the ingestion')
      .addHelpText('after', examples(`personate common ${verb} baltic-1960s mara-lindqvist`))
      .action((set: string, persona: string, { wait }: { wait: boolean }) =>
        cli.run(async (context) => {
          const job = await context.client.common[verb](set, persona);
          if (wait) return watchToItsEnd(context, job);
          context.out.result(job, () => [
            `Ingestion ${job.ingestionId} is ${job.status}.`,
            ...watchHint(job),
          ]);
          return exitCodes.done;
        }),
      );
  }

  group
    .command('erase <set>')
    .description('erase a set, and take it from each persona that has it')
    .addHelpText('after', examples('personate common erase baltic-1960s'))
    .action((set: string) =>
      cli.run(async (context) => {
        const change = await context.client.common.erase(set);
        return tellChange(context, change, `The set ${set} is erased.`);
      }),
    );
}

function tellChange({ out }: Context, change: CommonChange, first: string): ExitCode {
  const { ingestions } = change;
  out.result(change, () => [
    first,
    ...(ingestions.length === 0 ? [] : [`${plural(ingestions.length, 'persona')} to follow:`]),
    ...table(ingestions.map((job) => [`  ${job.personaId}`, `ingestion ${job.ingestionId}`])),
  ]);
  return exitCodes.done;
}

function lineOf({ id, title, content, personas }: CommonSet): string[] {
  const fed = content === null ? '' : `fed ${formatDate(content.fedAt, 'day')}`;
  return [
    id,
    title,
    content === null ? 'nothing yet' : plural(content.documents, 'document'),
    fed,
    personas.length === 0 ? 'attached to nobody' : personas.join(', '),
  ];
}

function documentsOf(set: CommonSet | null): string {
  return plural(set?.content?.documents ?? 0, 'document');
}
