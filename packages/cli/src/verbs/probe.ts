import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import type { Output } from '../output/output.ts';
import { ProgressDisplay } from '../output/progress-display.ts';
import { shorten } from '../output/wrap.ts';
import { askProbes, ratesOf, type ProbeRates, type ProbeResult } from '../probe/ask-probes.ts';
import { readProbes } from '../probe/read-probes.ts';
import { share } from '../program/arguments.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';
import { untilInterrupted } from '../upload/until-interrupted.ts';

interface ProbeOptions {
  file?: string;
  least: number;
  verbose?: true;
}

export function addProbe(program: Command, cli: Cli): void {
  program
    .command('probe <persona>')
    .description('ask what it must answer and what it must decline, and measure both')
    .option('--file <yaml>', 'the probes; else personas-data/<persona>/probes.yaml, or its pack’s')
    .option('--least <rate>', 'fail when either rate is lower, from 0 to 1', share, 0.9)
    .option('--verbose', 'show those that pass too')
    .addHelpText(
      'after',
      examples(
        'personate probe mara-lindqvist',
        'personate probe ada-m --file ada-probes.yaml --least 0.8 --verbose',
      ),
    )
    .action((personaId: string, options: ProbeOptions) =>
      cli.run(async ({ client, out, io }) => {
        const probes = await readProbes(io, { personaId, file: options.file }, client);
        const display = new ProgressDisplay(io.stderr);
        const stopped = { message: 'Stopped; no rate was measured.', fix: 'Run it again.' };
        const results = await untilInterrupted(io, stopped, (signal) =>
          askProbes(
            client,
            { personaId, probes },
            {
              signal,
              onAsked: (done, total) =>
                display.show({ label: 'asking', done, total, unit: 'probes' }),
            },
          ),
        ).finally(() => display.clear());
        const answer = ratesOf(results, 'answer');
        const decline = ratesOf(results, 'decline');
        const good = Math.min(answer.rate, decline.rate) >= options.least;
        const told = { persona: personaId, least: options.least, passed: good, answer, decline };
        out.result({ ...told, results }, () => [
          ...results
            .filter(({ passed }) => options.verbose === true || !passed)
            .flatMap((result) => resultLines(result, out)),
          rateLine('answered as they must be', answer, options.least, out),
          rateLine('declined as they must be', decline, options.least, out),
        ]);
        return good ? exitCodes.done : exitCodes.failed;
      }),
    );
}

function resultLines(result: ProbeResult, out: Output): string[] {
  const { kind, question, passed, decision, reason, cited, wanted, answer } = result;
  const mark = passed ? out.paint('green', 'pass') : out.paint('red', 'FAIL');
  const because = reason === null ? '' : ` (${reason})`;
  return [
    `${mark} ${kind}: ${question}`,
    `     ${decision}${because}; cited ${cited.length === 0 ? 'nothing' : cited.join(', ')}`,
    ...(passed || wanted.length === 0 ? [] : [`     wanted one of ${wanted.join(', ')}`]),
    out.paint('dim', `     “${shorten(answer, 160)}”`),
  ];
}

function rateLine(what: string, rates: ProbeRates, least: number, out: Output): string {
  const percent = `${(rates.rate * 100).toFixed(1)} %`.padStart(7);
  const colour = rates.rate >= least ? 'green' : 'red';
  return `${out.paint(colour, percent)}  ${rates.passed} of ${rates.of} ${what}`;
}
