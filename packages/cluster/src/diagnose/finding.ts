import { joinSignals, ExpectedError, type Finding } from '@personate/contracts';

export const ok = (name: string, message: string): Finding => ({ name, state: 'ok', message });
export const warn = (name: string, message: string, fix: string): Finding => ({
  name,
  state: 'warn',
  message,
  fix,
});
export const fail = (name: string, message: string, fix: string): Finding => ({
  name,
  state: 'fail',
  message,
  fix,
});

/** Looks at one thing; what it throws is told as that thing's failure. */
export interface Check {
  name: string;
  look(signal: AbortSignal): Promise<Finding[]>;
}

const withinMs = 6_000;

/** All at once, each within a bound. */
export async function diagnose(checks: readonly Check[], signal: AbortSignal): Promise<Finding[]> {
  const found = await Promise.all(checks.map((check) => looked(check, signal)));
  return found.flat();
}

async function looked(check: Check, signal: AbortSignal): Promise<Finding[]> {
  const { name } = check;
  let timer: NodeJS.Timeout | undefined;
  const stop = new AbortController();
  const late = new Promise<Finding[]>((resolve) => {
    timer = setTimeout(() => {
      stop.abort();
      resolve([fail(name, `does not answer within ${withinMs / 1_000} s.`, unanswered)]);
    }, withinMs);
  });
  const { signal: either, release } = joinSignals(signal, stop.signal);
  try {
    return await Promise.race([check.look(either), late]);
  } catch (error) {
    if (error instanceof ExpectedError) return [fail(name, error.located, error.fix)];
    const reason = error instanceof Error ? error.name : 'unknown';
    return [fail(name, `could not be looked at (${reason}).`, 'Look into the gateway’s log.')];
  } finally {
    clearTimeout(timer);
    release();
  }
}

const unanswered = 'Look whether it runs and can be reached from the gateway.';
