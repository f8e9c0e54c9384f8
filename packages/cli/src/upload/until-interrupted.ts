import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';

/** Does the work with a signal that Ctrl-C aborts. @throws CliError `cli.interrupted`. */
export async function untilInterrupted<Result>(
  io: Pick<Io, 'interrupts'>,
  what: { message: string; fix: string },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const { signal } = controller;
  const unsubscribe = io.interrupts.subscribe(() => controller.abort());
  try {
    return await work(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new CliError('cli.interrupted', what.message, {
      fix: what.fix,
      exitCode: exitCodes.interrupted,
      cause: error,
    });
  } finally {
    unsubscribe();
  }
}
