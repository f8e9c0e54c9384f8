import { z } from 'zod';
import { SqlFailure, type SqlFailureName } from './sql-failure.ts';

/** Of pg and of Node's sockets; by shape, not by class: an error of another realm is one too. */
const errorSchema = z.object({ message: z.string(), code: z.string().optional() });

/** A statement that we wrote wrongly: a bug, shown as nothing. */
type Named = SqlFailureName | 'bug';

/** Every class of SQLSTATE that PostgreSQL has (its manual, appendix A), by the first two characters. */
const classes: Readonly<Record<string, Named>> = {
  '00': 'bug',
  '01': 'bug',
  '02': 'bug',
  '03': 'bug',
  '08': 'interrupted',
  '09': 'bug',
  '0A': 'bug',
  '0B': 'bug',
  '0F': 'bug',
  '0L': 'forbidden',
  '0P': 'forbidden',
  '0Z': 'bug',
  '10': 'bug',
  '20': 'bug',
  '21': 'bug',
  // Also pgvector's "different vector dimensions" and "expected n dimensions".
  '22': 'rejected',
  '23': 'rejected',
  '24': 'bug',
  '25': 'bug',
  '26': 'bug',
  '27': 'bug',
  '28': 'refused',
  '2B': 'bug',
  '2D': 'bug',
  '2F': 'bug',
  '34': 'bug',
  '38': 'broken',
  '39': 'broken',
  '3B': 'bug',
  '3D': 'refused',
  '3F': 'missing',
  '40': 'contended',
  '42': 'bug',
  '44': 'bug',
  '53': 'full',
  '54': 'tooLarge',
  '55': 'busy',
  '57': 'busy',
  '58': 'broken',
  '72': 'contended',
  F0: 'broken',
  HV: 'bug',
  P0: 'bug',
  XX: 'broken',
};

/** What means something else than its class. */
const states: Readonly<Record<string, Named>> = {
  '25006': 'readOnly',
  // The server ended a transaction that idled: the connection is gone.
  '25P03': 'interrupted',
  '42501': 'forbidden',
  '42P01': 'missing',
  '42703': 'changed',
  // A type or an operator of the extension.
  '42704': 'extension',
  '42883': 'extension',
  '53300': 'busy',
  '57014': 'timeout',
  '57P01': 'interrupted',
  '57P02': 'interrupted',
  '57P04': 'refused',
  '57P05': 'interrupted',
  // A file that cannot be written: most often the volume is full or read-only.
  '58030': 'full',
};

const sockets: Readonly<Record<string, SqlFailureName>> = {
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ENOENT: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ECONNRESET: 'interrupted',
  EPIPE: 'interrupted',
};

/** What pg says without a code. */
const sayings: ReadonlyArray<readonly [RegExp, SqlFailureName]> = [
  [/timeout exceeded when trying to connect|connection timeout/iu, 'unreachable'],
  [/connection terminated|connection ended|client has encountered a connection error|not queryable/iu, 'interrupted'], // prettier-ignore
];

/** Null for what is no failure of the database: a bug of ours. */
export function nameFailure(error: unknown): SqlFailure | null {
  if (error instanceof SqlFailure) return error;
  const parsed = errorSchema.safeParse(error);
  if (!parsed.success) return null;
  const { message, code = '' } = parsed.data;
  const name = nameOf(code, message);
  return name === null || name === 'bug' ? null : new SqlFailure(name, detailOf(message), error);
}

function nameOf(code: string, message: string): Named | null {
  const state = /^[0-9A-Z]{5}$/u.test(code) ? code : null;
  if (sockets[code] !== undefined) return sockets[code];
  if (state !== null) return states[state] ?? classes[state.slice(0, 2)] ?? 'broken';
  return sayings.find(([saying]) => saying.test(message))?.[1] ?? null;
}

/** Whether the server is still there to take another statement on this connection. */
export function leavesConnection(error: unknown): boolean {
  const failure = nameFailure(error)?.failure;
  return failure !== 'unreachable' && failure !== 'interrupted' && failure !== 'timeout';
}

/** Short, in one line; a value that the database quotes may be somebody's text. */
function detailOf(message: string): string {
  return message
    .replaceAll(/\s+/gu, ' ')
    .replace(/(?<=: ).*"[^"]*"$/u, '…')
    .slice(0, 200);
}
