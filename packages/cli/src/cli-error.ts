import { exitCodes, type ExitCode } from './exit-code.ts';

/** A failure that the command itself foresaw. */
export class CliError extends Error {
  override readonly name = 'CliError';
  /** Stable: `cli.no-key`. */
  readonly code: string;
  readonly fix: string;
  readonly exitCode: ExitCode;

  constructor(
    code: string,
    message: string,
    options: { fix: string; exitCode?: ExitCode; cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fix = options.fix;
    this.exitCode = options.exitCode ?? exitCodes.failed;
  }
}

export function usageError(message: string, fix: string): CliError {
  return new CliError('cli.usage', message, { fix, exitCode: exitCodes.usage });
}
