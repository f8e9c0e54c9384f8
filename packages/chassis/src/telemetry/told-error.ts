/** Members of an error that say what went wrong, and hold nothing of what somebody wrote. */
const kept = [
  'code',
  'fix',
  'kind',
  'place',
  'status',
  'severity',
  'table',
  'column',
  'constraint',
] as const;
const deepest = 5;

/**
 * An error as a log may have it. Of a database's, `detail` and `where` quote rows, and its message quotes values, as a
 * parser's does: the former go, the latter lose what they quote.
 */
export function toldError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const members = error as Error & Record<string, unknown>;
  const quotes = ('severity' in members && 'routine' in members) || error instanceof SyntaxError;
  const message = quotes ? unquoted(error.message) : error.message;
  const frames = error.stack?.indexOf('\n    at ') ?? -1;
  const told: Record<string, unknown> = {
    type: error.name,
    message,
    stack: `${error.name}: ${message}${frames < 0 ? '' : (error.stack ?? '').slice(frames)}`,
  };
  for (const name of kept)
    if (typeof members[name] === 'string' || typeof members[name] === 'number')
      told[name] = members[name];
  if (error.cause !== undefined && depth < deepest)
    told['cause'] = toldError(error.cause, depth + 1);
  if (error instanceof AggregateError && depth < deepest)
    told['errors'] = error.errors.slice(0, deepest).map((one) => toldError(one, depth + 1));
  return told;
}

function unquoted(message: string): string {
  return message.replace(/"[^"]*(?:"|$)|'[^']*(?:'|$)/g, '"…"');
}
