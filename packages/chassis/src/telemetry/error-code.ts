import { ExpectedError } from '@personate/contracts';

/** Few and stable: an error's own code, or the name of its class. Its message may quote what somebody wrote. */
export function errorCode(error: unknown): string {
  if (error instanceof ExpectedError) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code) ? code : error.name;
}

/** How a call ended, for a label: a refusal that was foreseen is an answer; what is `error` is worth an alert. */
export function outcomeOf(error: unknown): 'refused' | 'aborted' | 'error' {
  if (error instanceof ExpectedError) return error.status < 500 ? 'refused' : 'error';
  const { severity, code } = (error ?? {}) as { severity?: unknown; code?: unknown };
  // Of SQL: a constraint that holds, and a transaction that lost to another one.
  if (severity !== undefined && /^(23|40)/.test(String(code))) return 'refused';
  return error instanceof Error && error.name === 'AbortError' ? 'aborted' : 'error';
}
