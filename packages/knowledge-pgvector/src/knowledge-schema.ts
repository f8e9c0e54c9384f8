import type { SqlPool, SqlQueryable } from './sql-pool.ts';
import { rowsOf } from './sql-pool.ts';

/**
 * What is here can be projected again from the records at any time, so it takes no part in the migrations.
 * A row per serving table: the revision moves with every write, the epoch tells a table from one of the same
 * name that was dropped.
 */
const statements = [
  'create schema if not exists knowledge',
  'create extension if not exists vector',
  `create table if not exists knowledge.table_revision (
     table_name text primary key,
     embedding_identity text not null,
     dimensions int not null,
     epoch uuid not null default gen_random_uuid(),
     revision bigint not null default 0
   )`,
];

/** Idempotent; two processes may run it at once. */
export async function createSchema(pool: SqlPool): Promise<void> {
  for (const statement of statements) {
    try {
      await pool.query(statement);
    } catch (error) {
      // "if not exists" looks before it makes: the other of two processes may win in between.
      if (!isDuplicate(error)) throw error;
      await pool.query(statement);
    }
  }
}

export function createTable(name: string, dimensions: number): string {
  return `create table if not exists knowledge.${name} (
    passage_id uuid primary key,
    document_key uuid not null,
    audience text[] not null,
    at timestamptz,
    body jsonb not null,
    embedding vector(${dimensions}) not null,
    revision bigint not null
  )`;
}

export const indexDocuments = (name: string): string =>
  `create index if not exists ${name}_document on knowledge.${name} (document_key)`;

export interface TableState {
  embeddingIdentity: string;
  dimensions: number;
  epoch: string;
  revision: number;
}

/** Null when the generation was never created. */
export async function tableState(
  on: SqlQueryable,
  name: string,
  signal: AbortSignal,
): Promise<TableState | null> {
  const [row] = await rowsOf<{
    embedding_identity: string;
    dimensions: number;
    epoch: string;
    revision: string | number;
  }>(
    on,
    signal,
    'select embedding_identity, dimensions, epoch, revision from knowledge.table_revision where table_name = $1',
    [name],
  );
  if (row === undefined) return null;
  return {
    embeddingIdentity: row.embedding_identity,
    dimensions: row.dimensions,
    epoch: row.epoch,
    revision: Number(row.revision),
  };
}

function isDuplicate(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return code === '23505' || code === '42P06' || code === '42P07' || code === '42710';
}
