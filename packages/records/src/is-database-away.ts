/** Of Postgres: shutting down, crashed, starting, full of connections, a session that stood still; and what the network says of a server that is gone. */
const codes = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** Of a standby, or of a server that was set to take no writes. */
const readOnly = '25006';
/** Ended by the server for its bound: `statementMs`. */
const tooSlow = '57014';
/** Of two transactions that were in each other's way. */
const passing = ['40001', '40P01', '55P03'];
/** Of a server that is short of memory, disk or connections. */
const shortOf = /^53\w{3}$/;
/** pg and pg-pool 8 give these no code. */
const messages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (?:was closed|has encountered a connection error))/;

/** Whether a query failed for want of a database, and may well go through when it is asked again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string')
    return codes.has(code) || code === readOnly || code.startsWith('08');
  return messages.test(error.message);
}

/** Whether the server that was asked takes no writes: another one does, or it does itself again in a while. */
export function isDatabaseReadOnly(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === readOnly;
}

/** What connecting to a standby fails with. */
export function standby(): Error {
  return Object.assign(new Error('this Postgres is a standby, and takes no writes'), {
    code: readOnly,
  });
}

/** Whether a statement was ended because it took too long. */
export function isDatabaseSlow(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === tooSlow;
}

/** Whether work that failed may well go through when it is done again, with the same data and the same code. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (isDatabaseAway(error) || isDatabaseSlow(error)) return true;
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' && (passing.includes(code) || shortOf.test(code));
}
