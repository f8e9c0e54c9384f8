import type { GenerationSpec } from '@personate/knowledge';
import { checkIdentity } from '../check-identity.ts';
import { addSentenceColumn } from '../sentence-column.ts';
import { SqlFailure } from '../sql-failure.ts';
import { rowsOf, type SqlQueryable } from '../sql-pool.ts';
import { sparseDimensions } from './sparse-format.ts';

/**
 * What is here can be projected again from the records at any time, so it takes no part in the migrations. The
 * row of a generation tells one that was never created from one whose table was dropped behind our back.
 */
const schema = [
  'create extension if not exists vector',
  'create schema if not exists knowledge',
  `create table if not exists knowledge.generation_table (
     table_name text primary key,
     embedding_identity text not null,
     dimensions int not null,
     -- Moves with every write: writers of one table go one after the other.
     revision bigint not null default 0
   )`,
];
/** Any number that nobody else locks by. */
const schemaLock = 727_364_001;

/** To be called in a transaction. @throws SqlFailure `extension`. */
export async function createSchema(
  client: SqlQueryable,
  readers: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  // "If not exists" looks before it makes: of two processes at once one would fail.
  await rowsOf(client, signal, 'select pg_advisory_xact_lock($1)', [schemaLock]);
  const ready = await rowsOf<{ there: string | null; version: string | null }>(
    client,
    signal,
    `select to_regclass('knowledge.generation_table')::text as there,
       (select extversion from pg_extension where extname = 'vector') as version`,
  );
  const there = ready[0]?.there ?? null;
  const version = ready[0]?.version ?? null;
  if (
    version !== null &&
    !(Number(version.split('.')[1]) >= 8 || Number(version.split('.')[0]) > 0)
  )
    throw new SqlFailure('extension', `it has version ${version}`);
  // Who serves may not make anything, and need not.
  if (there !== null && version !== null) return;
  for (const statement of schema) await rowsOf(client, signal, statement);
  await grantReading(client, { on: ['schema knowledge', 'knowledge.generation_table'], readers, signal }); // prettier-ignore
}

const tableOf = (name: string, dimensions: number): string => `
  create table if not exists knowledge.${name} (
    passage_id uuid primary key,
    document_key uuid not null,
    audience text[] not null,
    -- The last instant that the passage's time may mean.
    at timestamptz,
    -- Numbers of the passage's terms, by which it is found, and BM25's document side, by which it is ranked.
    terms int[] not null,
    weights sparsevec(${sparseDimensions}) not null,
    embedding vector(${dimensions}) not null,
    body jsonb not null
  )`;

/** To be called in a transaction. @throws ExpectedError `knowledge.identity-mismatch`; SqlFailure `missing`. */
export async function createTable(
  client: SqlQueryable,
  input: { name: string; spec: GenerationSpec; readers: readonly string[]; signal: AbortSignal },
): Promise<void> {
  const { name, spec, readers, signal } = input;
  const [row] = await rowsOf<{ embedding_identity: string; dimensions: number; fresh: boolean }>(
    client,
    signal,
    `insert into knowledge.generation_table as g (table_name, embedding_identity, dimensions) values ($1, $2, $3)
     on conflict (table_name) do update set revision = g.revision
     returning embedding_identity, dimensions, xmax = 0 as fresh`,
    [name, spec.embeddingIdentity, spec.dimensions],
  );
  if (row === undefined) return;
  checkIdentity(spec, { embeddingIdentity: row.embedding_identity, dimensions: row.dimensions });
  if (!row.fresh) {
    const [table] = await rowsOf<{ there: string | null }>(
      client,
      signal,
      'select to_regclass($1)::text as there',
      [`knowledge.${name}`],
    );
    // Made anew it would be empty, while the records hold it for filled.
    if (table?.there == null) throw new SqlFailure('missing', name);
    await addSentenceColumn(client, name, signal);
    return;
  }
  await rowsOf(client, signal, tableOf(name, spec.dimensions));
  await addSentenceColumn(client, name, signal);
  // Kept in the row: beside it, it would be fetched once for every passage that is compared.
  await rowsOf(
    client,
    signal,
    `alter table knowledge.${name} alter column embedding set storage main`,
  );
  await rowsOf(client, signal, `create index on knowledge.${name} (document_key)`);
  await grantReading(client, { on: [`knowledge.${name}`], readers, signal });
}

export async function dropTable(
  client: SqlQueryable,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  await rowsOf(client, signal, 'delete from knowledge.generation_table where table_name = $1', [
    name,
  ]);
  await rowsOf(client, signal, `drop table if exists knowledge.${name}`);
}

/** Null for a generation that was never created. */
export async function generationRow(
  client: SqlQueryable,
  name: string,
  signal: AbortSignal,
): Promise<{ embeddingIdentity: string; dimensions: number } | null> {
  const [row] = await rowsOf<{ embedding_identity: string; dimensions: number }>(
    client,
    signal,
    'select embedding_identity, dimensions from knowledge.generation_table where table_name = $1',
    [name],
  );
  return row === undefined
    ? null
    : { embeddingIdentity: row.embedding_identity, dimensions: row.dimensions };
}

/** To those of the roles that there are: where nobody made any, one user does it all. */
async function grantReading(
  client: SqlQueryable,
  input: { on: readonly string[]; readers: readonly string[]; signal: AbortSignal },
): Promise<void> {
  const { on, readers, signal } = input;
  const roles = await rowsOf<{ name: string }>(
    client,
    signal,
    'select rolname as name from pg_roles where rolname = any($1::text[])',
    [[...readers]],
  );
  for (const { name } of roles)
    for (const what of on)
      await rowsOf(
        client,
        signal,
        `grant ${what.startsWith('schema') ? 'usage' : 'select'} on ${what} to ${quoted(name)}`,
      );
}

/** An identifier, whatever is in it. */
const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
