import {
  evaluationPartNames,
  evaluationPartNameSchema,
  type AspectChoice,
  type EvaluationPartName,
} from '@personate/contracts';
import {
  belowLeast,
  evaluatePersona,
  makeBlindTest,
  openJudge,
  renderBlindTest,
  renderReport,
  speakerName,
  speakerOf,
  type EvaluationProgress,
} from '@personate/evaluation';
import { InvalidArgumentError, type Command } from 'commander';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import { formatWait } from '../output/format.ts';
import { comparisonLines, evaluationLines, percent } from '../output/evaluation-lines.ts';
import { ProgressDisplay } from '../output/progress-display.ts';
import { readProbes } from '../probe/read-probes.ts';
import { aspectsOf, listOf, share, wholeNumber } from '../program/arguments.ts';
import type { Cli, Context } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { untilInterrupted } from '../upload/until-interrupted.ts';
import { readGuesses, readReport, writeText } from './eval-files.ts';
import { openReplyJournal } from './eval-journal.ts';

interface EvalOptions {
  file?: string;
  only?: EvaluationPartName[];
  html?: string;
  out?: string;
  ofVersion?: number;
  aspects?: AspectChoice;
  against?: string;
  least?: Map<string, number>;
  judge?: string;
  most?: number;
  resume?: string;
  blindPage?: string;
  blind?: string[];
}

export function addEval(program: Command, cli: Cli): void {
  program
    .command('eval <persona>')
    .description('measure how far it can be trusted, as JSON and as a page with charts')
    .option('--file <yaml>', 'the probes; else personas-data/<persona>/probes.yaml, or its pack’s')
    .option('--only <parts>', `some of: ${evaluationPartNames.join(', ')}`, partNames)
    .option('--of-version <n>', 'another version than the one that serves', wholeNumber(1, 1e9))
    .option(
      '--aspects <list>',
      'with aspects set otherwise, for --against: humour=off; takes a key with the scope review',
      aspectsOf,
    )
    .option(
      '--most <n>',
      'of each part at most so many questions, spread over all of them: for a slow model',
      wholeNumber(1, 1_000),
    )
    .option(
      '--resume <file>',
      'keep replies in this file as they come, and go on from those that stand there',
    )
    .option('--html <file>', 'write the report as one page that needs nothing else')
    .option('--out <file>', 'write the report as JSON, for --against')
    .option('--against <json>', 'compare with a report that --out wrote: another version or model')
    .option('--least <part.rate=share>', 'fail when that rate is lower; may be repeated', least)
    .option(
      '--judge <model>',
      'also ask this model, at OPENAI_BASE_URL, for its opinion of replies',
    )
    .option(
      '--blind-page <file>',
      'measure nothing; write a page on which readers guess which text is its own',
    )
    .option('--blind <json>', 'what a reader of that page saved; may be repeated', listOf)
    .addHelpText(
      'after',
      examples(
        'personate eval mara-lindqvist --html mara.html',
        'personate eval ada-m --only probes,injection --least "probes.answered=0.9"',
        'personate eval ada-m --most 5 --resume ada-m.replies --html ada-m.html',
        'personate eval ada-m --out now.json --against before.json --html change.html',
        'personate eval ada-m --blind-page which-one.html',
      ),
    )
    .action((personaId: string, options: EvalOptions) =>
      cli.run((context) =>
        options.blindPage === undefined
          ? evaluate(context, personaId, options)
          : writeBlindPage(context, personaId, { ...options, page: options.blindPage }),
      ),
    );
}

const stopped = {
  message: 'Stopped; no report was written.',
  fix: 'Run it again; with --resume it goes on where it was.',
};
/** What takes longer is told of once, with what can be done about it. */
const longMs = 10 * 60_000;
/** What is enough to see how a slow model does. */
const fewQuestions = 5;

async function evaluate(
  { client, out, io }: Context,
  personaId: string,
  options: EvalOptions,
): Promise<ExitCode> {
  const before = options.against === undefined ? null : await readReport(io, options.against);
  const probes = await readProbes(io, { personaId, file: options.file }, client);
  const { headVersion, knowledgeRevision } = await client.personas.get(personaId);
  const version = options.ofVersion ?? headVersion;
  const blind = await readGuesses(io, options.blind ?? [], { personaId, version });
  const display = new ProgressDisplay(io.stderr);
  const journal =
    options.resume === undefined
      ? {}
      : {
          journal: await openReplyJournal(io, options.resume, {
            personaId,
            version,
            knowledgeRevision,
            speaker: speakerName(await speakerOf(client, personaId)),
            aspects: JSON.stringify(options.aspects ?? {}),
          }),
        };
  const evaluation = await untilInterrupted(io, stopped, async (signal) => {
    const judge = await judgeOf(io.settings.judge, options.judge, signal);
    return evaluatePersona(client, {
      personaId,
      probes,
      blind,
      signal,
      ...judge,
      ...journal,
      ...(options.most === undefined ? {} : { most: options.most }),
      ...(options.ofVersion === undefined ? {} : { version: options.ofVersion }),
      ...(options.aspects === undefined ? {} : { aspects: options.aspects }),
      ...(options.only === undefined ? {} : { only: options.only }),
      onProgress: progressTo(display, (line) => out.note(line), adviceFor(options)),
    });
  }).finally(() => display.clear());
  if (options.out !== undefined)
    await writeText(io, options.out, `${JSON.stringify(evaluation, null, 2)}\n`);
  if (options.html !== undefined)
    await writeText(io, options.html, renderReport(evaluation, before));
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
    ...[options.html, options.out].flatMap((file) => (file === undefined ? [] : [`Wrote ${file}`])),
  ]);
  return low.length === 0 ? exitCodes.done : exitCodes.failed;
}

/** What makes a long evaluation bearable, of what was not asked for already. */
const adviceFor = ({ most, resume }: Pick<EvalOptions, 'most' | 'resume'>): string =>
  [
    ...(most === undefined || most > fewQuestions
      ? [` --most ${fewQuestions} asks fewer questions.`]
      : []),
    ...(resume === undefined ? [' --resume FILE goes on after a stop.'] : []),
  ].join('');

function progressTo(display: ProgressDisplay, note: (line: string) => void, advice: string) {
  let isTold = false;
  return ({ part, asked, leftMs }: EvaluationProgress): void => {
    if (!isTold && leftMs !== null && leftMs > longMs) {
      isTold = true;
      display.clear();
      note(`The model is slow: this will take some ${formatWait(leftMs)} more.${advice}`);
    }
    const beside = leftMs === null ? {} : { beside: `some ${formatWait(leftMs)} left` };
    display.show({ label: part, done: asked, unit: 'replies', ...beside });
  };
}

async function judgeOf(
  { baseUrl, apiKey }: Context['io']['settings']['judge'],
  model: string | undefined,
  signal: AbortSignal,
) {
  if (model === undefined) return {};
  const options = { baseUrl, model, ...(apiKey === undefined ? {} : { apiKey }) };
  return { judge: { model, ask: await openJudge(options, signal) } };
}

async function writeBlindPage(
  { client, out, io }: Context,
  personaId: string,
  { page, file }: { page: string; file?: string },
): Promise<ExitCode> {
  const probes = await readProbes(io, { personaId, file }, client);
  const display = new ProgressDisplay(io.stderr);
  let asked = 0;
  const test = await untilInterrupted(io, stopped, (signal) =>
    makeBlindTest(client, {
      personaId,
      probes,
      signal,
      onAsked: () => display.show({ label: 'blind test', done: (asked += 1), unit: 'replies' }),
    }),
  ).finally(() => display.clear());
  await writeText(io, page, renderBlindTest(test));
  const { testId, version, speaker, pairs } = test;
  out.result({ testId, personaId, version, speaker, pairs: pairs.length, page }, () => [
    `Wrote ${page}: ${pairs.length} pairs of its own texts and replies. Let somebody open it, guess, and save the guesses.`,
    `Then: personate eval ${personaId} --blind guesses-${personaId}.json`,
  ]);
  return exitCodes.done;
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
