import type { EmbeddedPassage } from '../../packages/knowledge/src/index.ts';
import type { SqlPool } from '../../packages/knowledge-pgvector/src/index.ts';
import { dimensions } from './zipf.ts';

const vectorText = (vector: Float32Array): string => `[${vector.join(',')}]`;
const rowsPerInsert = 200;

/** What one would write first: a table with a vector and a tsvector, each with its index. */
export async function loadPlain(
  pool: SqlPool,
  passages: readonly EmbeddedPassage[],
): Promise<void> {
  await pool.query('create extension if not exists vector');
  await pool.query(`create table plain (passage_id uuid primary key, audience text[] not null, text text not null,
    words tsvector generated always as (to_tsvector('english', text)) stored, embedding vector(${dimensions}) not null)`);
  for (let from = 0; from < passages.length; from += rowsPerInsert) {
    const some = passages.slice(from, from + rowsPerInsert);
    await pool.query(
      `insert into plain (passage_id, audience, text, embedding) select id, array(select jsonb_array_elements_text(audience)), text, vector::vector
       from rows from (unnest($1::uuid[]), jsonb_array_elements($2::jsonb), unnest($3::text[]), unnest($4::text[]))
         as t(id, audience, text, vector)`,
      [
        some.map(({ passageId }) => passageId),
        JSON.stringify(some.map(({ audience }) => audience)),
        some.map(({ text }) => text),
        some.map(({ vector }) => vectorText(vector)),
      ],
    );
  }
  await pool.query('create index on plain using gin (words)');
  await pool.query('create index on plain using hnsw (embedding vector_cosine_ops)');
  await pool.query('analyze plain');
}

/** The bare vector query. */
export async function plainDense(pool: SqlPool, vector: Float32Array): Promise<unknown[]> {
  const { rows } = await pool.query(
    `select passage_id, text from plain where audience && '{public}' order by embedding <=> $1::vector limit 30`,
    [vectorText(vector)],
  );
  return rows;
}

/** Dense and full-text search, fused by reciprocal ranks, in one statement. */
export async function plainHybrid(
  pool: SqlPool,
  question: { text: string; vector: Float32Array },
): Promise<unknown[]> {
  const { rows } = await pool.query(
    `with dense as (
       select passage_id, row_number() over (order by distance) as rank from (
         select passage_id, embedding <=> $1::vector as distance from plain where audience && '{public}'
         order by embedding <=> $1::vector limit 30) d),
     words as (
       select passage_id, row_number() over (order by score desc) as rank from (
         select passage_id, ts_rank(words, q) as score
         from plain, to_tsquery('english', $2) q where words @@ q and audience && '{public}'
         order by score desc limit 30) w)
     select p.passage_id, p.text, coalesce(1.0 / (60 + dense.rank), 0) + coalesce(1.0 / (60 + words.rank), 0) as score
     from dense full join words using (passage_id) join plain p using (passage_id) order by score desc limit 10`,
    [vectorText(question.vector), question.text.split(' ').join(' | ')],
  );
  return rows;
}
