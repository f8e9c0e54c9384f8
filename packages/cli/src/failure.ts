import { PersonateError } from '@personate/client';
import { ExpectedError } from '@personate/contracts';
import { CliError } from './cli-error.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Output } from './output/output.ts';

export interface Failure {
  message: string;
  fix: string;
  code: string;
  exitCode: ExitCode;
  /** Of an error that nobody foresaw. */
  stack?: string | undefined;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof CliError) {
    const { message, fix, code, exitCode } = error;
    return { message, fix, code, exitCode };
  }
  if (error instanceof PersonateError) {
    const { message, fix, code, param } = error;
    const about = param === null ? '' : ` (${param})`;
    return { message: `${message}${about}`, fix, code, exitCode: exitCodes.failed };
  }
  if (error instanceof ExpectedError) {
    const { message, code, fix } = error;
    return { message, fix, code, exitCode: exitCodes.failed };
  }
  return {
    message: error instanceof Error ? error.message : String(error),
    fix: 'This is a fault of the command itself; please report it with the lines below.',
    code: 'cli.bug',
    exitCode: exitCodes.failed,
    stack: error instanceof Error ? error.stack : undefined,
  };
}

/** On standard error for people; with `--json` also as the run's one JSON value. */
export function tellFailure(out: Output, failure: Failure): void {
  const { message, fix, code, stack } = failure;
  out.note(`${out.paintNote('red', 'error:')} ${message}`);
  out.note(`  fix: ${fix}`);
  out.note(out.paintNote('dim', `  code: ${code}`));
  if (stack !== undefined) out.note(stack);
  if (out.json && !out.told) out.result({ error: { code, message, fix } }, () => []);
}
