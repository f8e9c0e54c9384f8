import type { Pool } from 'pg';
import { watchStatements } from './watch-statements.ts';

/** A statement begins; what is returned is called at its end. The kind is a word of SQL, never the statement. */
export type OnStatement = (kind: StatementKind) => (error?: unknown) => void;

const kinds = ['select', 'insert', 'update', 'delete', 'begin', 'commit', 'rollback'] as const;
export type StatementKind = (typeof kinds)[number] | 'other';

export function tellStatements(pool: Pool, onStatement: OnStatement): void {
  watchStatements(pool, (_, statement) => onStatement(kindOf(statement)));
}

function kindOf(statement: unknown): StatementKind {
  const text =
    typeof statement === 'string' ? statement : (statement as { text?: unknown } | null)?.text;
  const word = typeof text === 'string' ? /^[\s(]*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() : '';
  return kinds.find((kind) => kind === (word === 'with' ? 'select' : word)) ?? 'other';
}
