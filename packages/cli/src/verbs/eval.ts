import {
  evaluationPartNames,
  evaluationPartNameSchema,
  evaluationSchema,
  type Evaluation,
  type EvaluationPartName,
} from '@personate/contracts';
import {
  belowLeast,
  compareEvaluations,
  evaluatePersona,
  partTitles,
  renderReport,
} from '@personate/evaluation';
import { InvalidArgumentError, type Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-code.ts';
import { bar } from '../output/format.ts';
import type { Output } from '../output/output.ts';
import { ProgressDisplay } from '../output/progress-display.ts';
import { table } from '../output/table.ts';
import { writeFile } from '../output/write-file.ts';
import { readProbes } from '../probe/read-probes.ts';
import { share, wholeNumber } from '../program/arguments.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { readTextFile } from '../upload/read-text-file.ts';
import { untilInterrupted } from '../upload/until-interrupted.ts';

interface EvalOptions {
  file?: string;
  only?: EvaluationPartName[];
  html?: string;
  out?: string;
  ofVersion?: number;
  against?: string;
  least?: Map<string, number>;
}

export function addEval(program: Command, cli: Cli): void {
  program
    .command('eval <persona>')
    .description('measure how far it can be trusted, as JSON and as a page with charts')
    .option('--file <yaml>', 'the probes; else personas-data/<persona>/probes.yaml, or its pack’s')
    .option('--only <parts>', `some of: ${evaluationPartNames.join(', ')}`, partNames)
    .option('--of-version <n>', 'another version than the one that serves', wholeNumber(1, 1e9))
    .option('--html <file>', 'write the report as one page that needs nothing else')
    .option('--out <file>', 'write the report as JSON, for --against')
    .option('--against <json>', 'compare with a report that --out wrote: another version or model')
    .option('--least <part.rate=share>', 'fail when that rate is lower; may be repeated', least)
    .addHelpText(
      'after',
      examples(
        'personate eval mara-lindqvist --html mara.html',
        'personate eval ada-m --only probes,injection --least "probes.answered=0.9"',
        'personate eval ada-m --out now.json --against before.json --html change.html',
      ),
    )
    .action((personaId: string, options: EvalOptions) =>
      cli.run(async ({ client, out, io }) => {
        const before = options.against === undefined ? null : await readReport(io, options.against);
        const probes = await readProbes(io, { personaId, file: options.file }, client);
        const display = new ProgressDisplay(io.stderr);
        const stopped = { message: 'Stopped; nothing was written.', fix: 'Run it again.' };
        const evaluation = await untilInterrupted(io, stopped, (signal) =>
          evaluatePersona(client, {
            personaId,
            probes,
            signal,
            ...(options.ofVersion === undefined ? {} : { version: options.ofVersion }),
            ...(options.only === undefined ? {} : { only: options.only }),
            onProgress: (part, asked) =>
              display.show({ label: part, done: asked, unit: 'replies' }),
          }),
        ).finally(() => display.clear());
        if (options.out !== undefined)
          await writeText(io.cwd, options.out, `${JSON.stringify(evaluation, null, 2)}\n`);
        if (options.html !== undefined)
          await writeText(io.cwd, options.html, renderReport(evaluation, before));
        const low = belowLeast(evaluation, options.least ?? new Map());
        out.result({ ...evaluation, passed: low.length === 0, low }, () => [
          ...evaluationLines(evaluation, out),
          ...(before === null ? [] : comparisonLines(before, evaluation, out)),
          ...low.map(({ key, wanted, rate }) =>
            out.paint(
              'red',
              `FAIL ${key}: ${rate === null ? 'not measured' : percent(rate)}, at least ${percent(wanted)} was wanted`,
            ),
          ),
          ...[options.html, options.out].flatMap((file) =>
            file === undefined ? [] : [`Wrote ${file}`],
          ),
        ]);
        return low.length === 0 ? exitCodes.done : exitCodes.failed;
      }),
    );
}

const barWidth = 20;
const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`;

function evaluationLines(evaluation: Evaluation, out: Output): string[] {
  return evaluation.parts.flatMap((part) => [
    out.paint('bold', partTitles[part.name].title),
    ...(part.notMeasured === null ? [] : [`  Not measured. ${part.notMeasured}`]),
    ...table(
      part.rates.map(({ name, passed, of, rate, low, high }) => [
        `  ${out.paint('cyan', bar(rate ?? 0, barWidth))}`,
        rate === null ? 'nothing asked' : percent(rate),
        rate === null ? '' : `${passed} of ${of}`,
        rate === null ? '' : `${percent(low ?? 0)} to ${percent(high ?? 1)}`,
        `${part.name}.${name}`,
      ]),
    ),
    ...part.figures.map(({ name, value }) => `  ${value.toFixed(2)}  ${name}`),
  ]);
}

function comparisonLines(before: Evaluation, after: Evaluation, out: Output): string[] {
  const rows = compareEvaluations(before, after).map(
    ({ part, name, before: was, after: is, isClear }) => [
      `  ${percent(was.rate ?? 0)}`,
      '→',
      percent(is.rate ?? 0),
      isClear ? out.paint('bold', 'differs') : 'within chance',
      `${part}.${name}`,
    ],
  );
  return [
    out.paint('bold', `Compared with version ${before.version}, ${before.speaker}`),
    ...table(rows),
  ];
}

async function* encoded(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
const writeText = (cwd: string, path: string, text: string) => writeFile(cwd, path, encoded(text));

async function readReport(io: Parameters<typeof readTextFile>[0], file: string) {
  const wrong = (why: string) =>
    new CliError('cli.evaluation-invalid', `${file} is no report of an evaluation. ${why}`, {
      fix: 'Name a file that `personate eval … --out` wrote.',
    });
  let json: unknown;
  try {
    json = JSON.parse(await readTextFile(io, file));
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong('It is not JSON.');
    throw error;
  }
  const report = evaluationSchema.safeParse(json);
  if (report.success) return report.data;
  const [issue] = report.error.issues;
  throw wrong(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function partNames(text: string, all: readonly EvaluationPartName[] = []): EvaluationPartName[] {
  const named = text.split(',').map((name) => {
    const part = evaluationPartNameSchema.safeParse(name.trim());
    if (part.success) return part.data;
    throw new InvalidArgumentError(`Choose from ${evaluationPartNames.join(', ')}.`);
  });
  return [...all, ...named];
}

function least(text: string, all: ReadonlyMap<string, number> = new Map()): Map<string, number> {
  const cut = text.lastIndexOf('=');
  if (cut < 1)
    throw new InvalidArgumentError('Give it as part.rate=share, as in probes.answered=0.9.');
  return new Map([...all, [text.slice(0, cut), share(text.slice(cut + 1))]]);
}
