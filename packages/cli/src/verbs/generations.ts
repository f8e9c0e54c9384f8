import type { PersonateClient } from '@personate/client';
import type { Generation } from '@personate/contracts';
import type { Command } from 'commander';
import { CliError, usageError } from '../cli-error.ts';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import { formatCount, formatTime } from '../output/format.ts';
import { table } from '../output/table.ts';
import type { Cli, Context } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { watchGeneration } from './watch-generation.ts';

interface MigrateOptions {
  embedder?: string;
  wait: boolean;
  status?: true;
  stop?: true;
  resume?: true;
  abandon?: true;
  dropOld?: true;
}

const actions = ['status', 'stop', 'resume', 'abandon', 'dropOld'] as const;

export function addGenerations(group: Command, cli: Cli): void {
  group
    .command('migrate <persona>')
    .description('embed what it knows by another model; it answers meanwhile, by the old one')
    .option(
      '--embedder <name>',
      '`bundled` or a model of PERSONATE_EMBEDDING_MODEL; else its first',
    )
    .option('--no-wait', 'do not wait for the end')
    .option('--status', 'how its stores stand: which serves, which is being built')
    .option('--stop', 'stop building; what is done stays')
    .option('--resume', 'go on building')
    .option('--abandon', 'give up what is being built')
    .option('--drop-old', 'drop the stores that served before')
    .addHelpText(
      'after',
      examples(
        'personate knowledge migrate ada-m --embedder bge-m3',
        'personate knowledge migrate ada-m --status',
        'personate knowledge migrate ada-m --drop-old',
      ),
    )
    .action((persona: string, options: MigrateOptions) =>
      cli.run(async (context) => {
        const [action, second] = actions.filter((name) => options[name] === true);
        if (second !== undefined || (action !== undefined && options.embedder !== undefined))
          throw usageError('These options say different things.', 'Give one of them.');
        if (action !== undefined) return act(context, persona, action);
        const begun = await context.client.knowledge.startGeneration(persona, {
          purpose: 'migrate',
          ...(options.embedder === undefined ? {} : { embedder: options.embedder }),
        });
        return follow(context, begun, options.wait);
      }),
    );

  group
    .command('rebuild <persona>')
    .description('make its store anew from the records, texts cut as this version cuts them')
    .option('--no-wait', 'do not wait for the end')
    .addHelpText('after', examples('personate knowledge rebuild ada-m'))
    .action((persona: string, options: { wait: boolean }) =>
      cli.run(async (context) => {
        const { client } = context;
        const begun = await client.knowledge.startGeneration(persona, { purpose: 'rebuild' });
        return follow(context, begun, options.wait);
      }),
    );
}

async function act(
  context: Context,
  persona: string,
  action: (typeof actions)[number],
): Promise<ExitCode> {
  const { client, out } = context;
  const all = await client.knowledge.generations(persona);
  if (action === 'status') {
    out.result(all, () => (all.length === 0 ? ['It has none yet.'] : table(all.map(lineOf))));
    return exitCodes.done;
  }
  if (action === 'dropOld') return dropOld(client, out, persona, all);
  const building = all.find(({ status }) => status === 'building');
  if (building === undefined)
    throw new CliError('generation.not-building', `Nothing is being built for ${persona}.`, {
      fix: `See how it stands: personate knowledge migrate ${persona} --status`,
    });
  const { generation } = building;
  if (action === 'resume')
    return watchGeneration(context, await client.knowledge.resumeGeneration(persona, generation));
  const left =
    action === 'stop'
      ? await client.knowledge.stopGeneration(persona, generation)
      : await client.knowledge.dropGeneration(persona, generation);
  out.result(left, () => [
    action === 'stop'
      ? `Stopped. Go on with: personate knowledge migrate ${persona} --resume`
      : `Generation ${generation} is given up; ${persona} answers as before.`,
  ]);
  return exitCodes.done;
}

async function dropOld(
  client: PersonateClient,
  out: Context['out'],
  persona: string,
  all: readonly Generation[],
): Promise<ExitCode> {
  const dropped: Generation[] = [];
  for (const { generation, status } of all)
    if (status === 'retired')
      dropped.push(await client.knowledge.dropGeneration(persona, generation));
  out.result(dropped, () =>
    dropped.length === 0
      ? ['There is none but the one that serves.']
      : dropped.map(({ generation }) => `Generation ${generation} is being dropped.`),
  );
  return exitCodes.done;
}

async function follow(context: Context, begun: Generation, wait: boolean): Promise<ExitCode> {
  if (wait) return watchGeneration(context, begun);
  context.out.result(begun, () => [
    `Generation ${begun.generation} is being built.`,
    `See it:  personate knowledge migrate ${begun.personaId} --status`,
  ]);
  return exitCodes.done;
}

function lineOf(one: Generation): string[] {
  const { documents, total } = one.progress;
  const state =
    one.status === 'building' && one.stopped
      ? one.error === null
        ? 'stopped'
        : `stopped: ${one.error.code}`
      : one.status;
  return [
    String(one.generation),
    state,
    one.embeddingIdentity,
    one.status === 'building' ? `${formatCount(documents)} of ${formatCount(total)} documents` : '',
    formatTime(one.servedAt ?? one.createdAt),
  ];
}
