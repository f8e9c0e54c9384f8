import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { publicAudience, type TrainingManifest, type TrainingRun } from '@personate/contracts';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { formatBytes, formatCounts, formatTime, plural } from '../output/format.ts';
import { table } from '../output/table.ts';
import { listOf } from '../program/arguments.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { writeText } from './eval-files.ts';

const audience = [
  '--audience <groups>',
  'also what these groups may see; the key must be given them',
] as const;
const holdOut = ['--hold-out <share>', 'how much is kept from training; 0.1 unless given'] as const;

interface SetOptions {
  out?: string;
  audience?: string[];
  holdOut?: number;
}

/** Models tuned on a persona's own words. */
export function addTrain(program: Command, cli: Cli): void {
  const group = program.command('train').description('tune a model on what a persona itself wrote');

  group
    .command('set <persona>')
    .description('write the training set: train.jsonl, held-out.jsonl and what they are made of')
    .option('--out <folder>', 'the folder to write into; else <persona>.training')
    .option(...audience, listOf)
    .option(...holdOut, heldOutShare)
    .addHelpText('after', examples('personate train set ada-m --out ada-m.training'))
    .action((persona: string, { out: given, ...options }: SetOptions) =>
      cli.run(async ({ client, out, io }) => {
        const { manifest, train, heldOut } = await client.training.set(persona, asked(options));
        const folder = given ?? `${persona}.training`;
        // Where it fails, writing into the folder says why.
        await mkdir(resolve(io.cwd, folder), { recursive: true, mode: 0o700 }).catch(
          () => undefined,
        );
        await writeText(io, join(folder, 'train.jsonl'), train);
        await writeText(io, join(folder, 'held-out.jsonl'), heldOut);
        const told = `${JSON.stringify(manifest, null, 2)}\n`;
        await writeText(io, join(folder, 'manifest.json'), told);
        const { documents: _documents, ...summary } = manifest;
        out.result({ folder, ...summary }, () => [
          `${folder} is written: train.jsonl, held-out.jsonl, manifest.json.`,
          ...manifestLines(manifest),
        ]);
        return exitCodes.done;
      }),
    );

  group
    .command('start <persona>')
    .description('send the set to the training endpoint and tune a model on it')
    .requiredOption('--model <name>', 'the model to tune, as the endpoint names it')
    .option(...audience, listOf)
    .option(...holdOut, heldOutShare)
    .addHelpText('after', examples('personate train start ada-m --model gpt-4o-mini-2024-07-18'))
    .action((persona: string, { model, ...options }: SetOptions & { model: string }) =>
      cli.run(async ({ client, out }) => {
        const run = await client.training.start(persona, { model, ...asked(options) });
        out.result(run, () => [
          ...runLines([run]),
          `It takes a while; personate train list ${persona} says how far it is.`,
        ]);
        return exitCodes.done;
      }),
    );

  group
    .command('list <persona>')
    .description('its runs, the newest first, and what became of each')
    .addHelpText('after', examples('personate train list ada-m'))
    .action((persona: string) =>
      cli.run(async ({ client, out }) => {
        const runs = await client.training.list(persona);
        out.result(runs, () => (runs.length === 0 ? ['No model was tuned.'] : runLines(runs)));
        return exitCodes.done;
      }),
    );

  group
    .command('promote <persona> <run>')
    .description('let the model of that run speak for the persona')
    .addHelpText('after', examples('personate train promote ada-m 0b2c9a52-…'))
    .action((persona: string, runId: string) =>
      cli.run(async ({ client, out }) => {
        const run = await client.training.promote(persona, runId);
        out.result(run, () => [
          ...runLines([run]),
          `${run.tunedModel ?? ''} speaks for ${persona} from now on, where the server has a model to speak${toWhom(run)}.`,
        ]);
        return exitCodes.done;
      }),
    );

  group
    .command('drop <persona>')
    .description('let the server’s model speak for the persona again')
    .addHelpText('after', examples('personate train drop ada-m'))
    .action((persona: string) =>
      cli.run(async ({ client, out }) => {
        const run = await client.training.drop(persona);
        out.result({ personaId: persona, dropped: run }, () =>
          run === null
            ? `No tuned model spoke for ${persona}.\n`
            : `${run.tunedModel ?? ''} speaks for ${persona} no more.\n`,
        );
        return exitCodes.done;
      }),
    );

  group
    .command('cancel <persona> <run>')
    .description('stop a run, at the endpoint too')
    .addHelpText('after', examples('personate train cancel ada-m 0b2c9a52-…'))
    .action((persona: string, runId: string) =>
      cli.run(async ({ client, out }) => {
        const run = await client.training.cancel(persona, runId);
        out.result(run, () => runLines([run]));
        return exitCodes.done;
      }),
    );
}

function runLines(runs: readonly TrainingRun[]): string[] {
  return runs.flatMap((run) => [
    `${run.runId}  ${run.status}${stateOf(run)}`,
    ...table([
      ['  Model', run.tunedModel ?? `none yet, of ${run.baseModel}`],
      ['  Asked for', formatTime(run.createdAt)],
      ...(run.set === null ? [] : [['  Set', setOf(run.set)]]),
      ...(run.filesLeft === 0 ? [] : [['  At the endpoint', plural(run.filesLeft, 'file')]]),
      ...(run.marked === null
        ? []
        : [['  Not used', `${markedWhy} (${formatTime(run.marked.at)})`]]),
      ...(run.error === null ? [] : [['  Why', `${run.error.message} ${run.error.fix}`]]),
    ]),
  ]);
}

const stateOf = ({ status, progress, serving }: TrainingRun): string => {
  if (serving) return ', speaks for the persona';
  return status === 'running' && progress !== null ? ` (${progress})` : '';
};

/** Whoever may not see what it learnt hears the server's model. */
const toWhom = ({ audience: groups }: TrainingRun): string => {
  const others = groups.filter((group) => group !== publicAudience);
  return others.length === 0 ? '' : `, to whoever is given ${others.join(' and ')}`;
};

const markedWhy = 'a document of its set was erased; delete the model at the provider';

const setOf = (set: NonNullable<TrainingRun['set']>): string =>
  `${plural(set.examples, 'example')}, ${set.heldOut} held out, version ${set.personaVersion}, revision ${set.knowledgeRevision}`;

const asked = ({ audience: groups, holdOut: share }: Omit<SetOptions, 'out'>) => ({
  ...(groups === undefined ? {} : { audience: groups }),
  ...(share === undefined ? {} : { heldOutShare: share }),
});

function heldOutShare(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 0.5) return value;
  throw new InvalidArgumentError('Give a number from 0 to 0.5.');
}

function manifestLines({ files, counts, leftOut, ...manifest }: TrainingManifest): string[] {
  const { train, heldOut } = files;
  return table([
    [
      'Examples',
      `${plural(train.examples, 'example')} (${formatBytes(train.sizeBytes)}), ${heldOut.examples} held out`,
    ],
    ['Made of', `${plural(counts.answers, 'answer')}, ${plural(counts.posts, 'post')}`],
    ['Sources', formatCounts(counts.bySource)],
    ['Left out', formatCounts(leftOut)],
    [
      'Of',
      `version ${manifest.personaVersion}, knowledge revision ${manifest.knowledgeRevision}, for ${manifest.audience.join(', ')}`,
    ],
    ['SHA-256', train.sha256],
  ]);
}
