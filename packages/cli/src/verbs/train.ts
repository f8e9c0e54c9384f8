import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TrainingManifest } from '@personate/contracts';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { formatBytes, formatCounts, plural } from '../output/format.ts';
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
        await writeText(io.cwd, join(folder, 'train.jsonl'), train);
        await writeText(io.cwd, join(folder, 'held-out.jsonl'), heldOut);
        const told = `${JSON.stringify(manifest, null, 2)}\n`;
        await writeText(io.cwd, join(folder, 'manifest.json'), told);
        const { documents: _documents, ...summary } = manifest;
        out.result({ folder, ...summary }, () => [
          `${folder} is written: train.jsonl, held-out.jsonl, manifest.json.`,
          ...manifestLines(manifest),
        ]);
        return exitCodes.done;
      }),
    );
}

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
