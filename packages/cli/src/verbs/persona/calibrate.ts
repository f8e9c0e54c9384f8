import type { Calibration } from '@personate/contracts';
import type { Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import type { Output } from '../../output/output.ts';
import { ProgressDisplay } from '../../output/progress-display.ts';
import { share } from '../../program/arguments.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';
import { untilInterrupted } from '../../upload/until-interrupted.ts';

interface CalibrateOptions {
  falseDeclines: number;
  apply?: true;
}

export function addCalibrate(group: Command, cli: Cli): void {
  group
    .command('calibrate <id>')
    .description('measure where its knowledge ends, and propose the threshold that comes of it')
    .option(
      '--false-declines <rate>',
      'share of what it could answer that it may decline, from 0 to 0.5',
      share,
      0.05,
    )
    .option('--apply', 'make it the newest version at once')
    .addHelpText(
      'after',
      examples(
        'personate persona calibrate ada-m',
        'personate persona calibrate ada-m --false-declines 0.02 --apply',
      ),
    )
    .action((id: string, { falseDeclines, apply }: CalibrateOptions) =>
      cli.run(async ({ client, out, io }) => {
        const display = new ProgressDisplay(io.stderr);
        const stopped = { message: 'Stopped; nothing was changed.', fix: 'Run it again.' };
        const measured = await untilInterrupted(io, stopped, (signal) =>
          client.personas.calibrate(id, {
            falseDeclines,
            apply: apply === true,
            signal,
            onProgress: ({ done, total }) =>
              display.show({ label: 'asking', done, total, unit: 'questions' }),
          }),
        ).finally(() => display.clear());
        out.result(measured, () => lines(measured, out));
        return exitCodes.done;
      }),
    );
}

function lines(measured: Calibration, out: Output): string[] {
  const { personaId, asked, passedOver, threshold, atThreshold, atCurrent, roc } = measured;
  return [
    `Asked ${asked.answerable} questions that it could answer, ${asked.general} on the world, ${asked.others} of other personas.`,
    ...(passedOver.length === 0
      ? []
      : [`Passed over, for they cannot be opened: ${passedOver.join(', ')}.`]),
    `Area under the curve ${measured.areaUnderCurve.toFixed(3)}.`,
    '',
    out.paint('dim', 'threshold  declined of: answerable   general    others'),
    ...roc.filter((_, step) => step <= 4).map(ratesLine),
    '',
    `${ratesLine(atCurrent)}   today`,
    out.paint(
      'green',
      `${ratesLine(atThreshold)}   for ${(measured.wanted * 100).toFixed(0)} % false declines`,
    ),
    '',
    measured.version !== null
      ? `Version ${measured.version} has the threshold ${threshold}.`
      : measured.proposalId !== null
        ? `Accept it:  personate persona accept ${personaId}`
        : 'It has that threshold already.',
  ];
}

function ratesLine({ threshold, falseDeclines, declined }: Calibration['atThreshold']): string {
  const percent = (rate: number | null): string =>
    (rate === null ? '-' : `${(rate * 100).toFixed(1)} %`).padStart(10);
  return [
    threshold.toFixed(3).padStart(9),
    percent(falseDeclines).padStart(25),
    percent(declined.general),
    percent(declined.others),
  ].join('');
}
