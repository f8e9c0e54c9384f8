import { CommanderError, type Command } from 'commander';
import { usageError } from './cli-error.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import { failureOf, tellFailure } from './failure.ts';
import type { Io } from './io.ts';
import { Output } from './output/output.ts';
import { buildProgram } from './program/build-program.ts';

/** @param argv the words after `personate`. @returns the exit code; it never throws. */
export async function runPersonate(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { program, cli } = buildProgram(io);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return cli.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
    // A group without its verb: its help has been written, which says it all.
    if (isHelp(error) && !argv.includes('--json')) return exitCodes.usage;
    const wrong = error instanceof CommanderError ? wrongUsage(error, program, argv) : error;
    // The command line may be wrong before its options were read.
    const out = cli.output();
    const failure = failureOf(wrong);
    tellFailure(
      argv.includes('--json') && !out.json ? new Output(io, { json: true }) : out,
      failure,
    );
    return failure.exitCode;
  }
}

function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.code === 'commander.help';
}

function wrongUsage(error: CommanderError, program: Command, argv: readonly string[]) {
  const asked = commandPath(program, argv);
  const fix = `See \`${asked} --help\`.`;
  if (isHelp(error)) return usageError(`\`${asked}\` needs a verb.`, fix);
  return usageError(error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' '), fix);
}

/** The commands that the words name, as far as they do. */
function commandPath(program: Command, argv: readonly string[]): string {
  const path = [program.name()];
  let current = program;
  for (const word of argv) {
    const next = current.commands.find((command) => command.name() === word);
    if (next === undefined) continue;
    path.push(word);
    current = next;
  }
  return path.join(' ');
}
