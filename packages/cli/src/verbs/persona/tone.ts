import type { Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';
import { untilInterrupted } from '../../upload/until-interrupted.ts';

export function addTone(group: Command, cli: Cli): void {
  group
    .command('tone <id>')
    .description('how well its tone is told from others’, measured on texts that were held out')
    .addHelpText('after', examples('personate persona tone mara-lindqvist'))
    .action((id: string) =>
      cli.run(async ({ client, out, io }) => {
        const stopped = { message: 'Stopped; nothing was measured.', fix: 'Run it again.' };
        const told = await untilInterrupted(io, stopped, (signal) =>
          client.personas.tone(id, {}, signal),
        );
        const { pieces, against, areaUnderCurve, areaByStyle } = told;
        out.result(told, () => [
          `Trained on ${pieces.own} pieces of its documents and ${pieces.lines} of its lines, in ${told.language}, against ${pieces.others} of ${['nobody’s', ...against].join(', ')}.`,
          `Area under the curve, of texts held out: ${areaUnderCurve.toFixed(3)}; by style alone ${areaByStyle.toFixed(3)}.`,
        ]);
        return exitCodes.done;
      }),
    );
}
