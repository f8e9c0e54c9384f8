import type { Command } from 'commander';
import { checkDataFolder, checkNode } from '../doctor/check-machine.ts';
import { checkServer } from '../doctor/check-server.ts';
import type { Check } from '../doctor/check.ts';
import { exitCodes } from '../exit-code.ts';
import type { Output } from '../output/output.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';

/** Of the longest: `service-ingestion`. */
const nameWidth = 17;
const colours = { ok: 'green', warn: 'yellow', fail: 'red' } as const;

export function addDoctor(program: Command, cli: Cli): void {
  program
    .command('doctor')
    .description('check this machine, the server and the key, and say what to do about each fault')
    .addHelpText('after', examples('personate doctor', 'personate doctor --json'))
    .action(() =>
      cli.runBare(async (context) => {
        const { out, io } = context;
        const checks = [
          checkNode(io.nodeVersion),
          ...(await checkServer(context)),
          ...(await checkDataFolder(io)),
        ];
        const failed = checks.some(({ state }) => state === 'fail');
        out.result({ healthy: !failed, checks }, () => checks.flatMap((one) => lines(one, out)));
        return failed ? exitCodes.failed : exitCodes.done;
      }),
    );
}

function lines({ name, state, message, fix }: Check, out: Output): string[] {
  return [
    `${out.paint(colours[state], state.padEnd(4))} ${name.padEnd(nameWidth)} ${message}`,
    ...(fix === undefined ? [] : [`     ${' '.repeat(nameWidth)} ${fix}`]),
  ];
}
