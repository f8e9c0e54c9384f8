import { ExpectedError } from '@personate/contracts';

/** As a person at a terminal reads it. */
export function explain(error: unknown): string {
  if (error instanceof ExpectedError) return `${error.located} ${error.fix}`;
  return error instanceof Error ? error.message : String(error);
}
