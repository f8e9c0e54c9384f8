import { checkPassages } from '@personate/knowledge';
import type { EmbeddedPassage, GenerationSpec, KnowledgeWriter } from '@personate/knowledge';
import type { IndexCache } from './index-cache.ts';
import type { TableStates } from './table-states.ts';
import { sentenceTexts } from './sentence-column.ts';
import { rowsOf, transaction, type SqlPool, type SqlQueryable } from './sql-pool.ts';
import { storable } from './storable.ts';
import { mostIndexedDimensions, vectorText } from './vector-format.ts';

export interface PgvectorWriterDeps {
  pool: SqlPool;
  indexes: IndexCache;
  states: TableStates;
  name: string;
  /** Passages beyond which the table gets a graph over its vectors. */
  graphAbove: number;
}

const rowsPerInsert = 100;

export class PgvectorWriter implements KnowledgeWriter {
  readonly #deps: PgvectorWriterDeps;
  readonly #spec: GenerationSpec;

  constructor(deps: PgvectorWriterDeps, spec: GenerationSpec) {
    this.#deps = deps;
    this.#spec = spec;
  }

  async replaceDocuments(
    documentKeys: readonly string[],
    passages: readonly EmbeddedPassage[],
    signal: AbortSignal,
  ): Promise<void> {
    checkPassages(this.#spec, documentKeys, passages);
    signal.throwIfAborted();
    if (documentKeys.length === 0) return;
    const { pool, name, indexes, states } = this.#deps;
    const state = await transaction(pool, signal, async (client) => {
      // Taken first: writers of one table go one after the other.
      const [bumped] = await rowsOf<{ epoch: string; revision: string | number }>(
        client,
        signal,
        `update knowledge.table_revision set revision = revision + 1
         where table_name = $1 returning epoch, revision`,
        [name],
      );
      if (bumped === undefined)
        throw new Error(`generation ${name} was dropped while it was written`);
      await rowsOf(
        client,
        signal,
        `delete from knowledge.${name} where document_key = any($1::uuid[])`,
        [[...documentKeys]],
      );
      const revision = Number(bumped.revision);
      for (let from = 0; from < passages.length; from += rowsPerInsert)
        await insert(client, name, revision, passages.slice(from, from + rowsPerInsert), signal);
      return { epoch: bumped.epoch, revision };
    }).catch((error: unknown) => {
      states.forget(name);
      throw error;
    });
    states.wrote(name, state);
    indexes.held(name)?.wrote(state, documentKeys, passages);
  }

  async settle(signal: AbortSignal): Promise<void> {
    const { pool, name, graphAbove } = this.#deps;
    const [row] = await rowsOf<{ passages: number }>(
      pool,
      signal,
      `select count(*)::int as passages from knowledge.${name}`,
    );
    if ((row?.passages ?? 0) > graphAbove && this.#spec.dimensions <= mostIndexedDimensions)
      await rowsOf(
        pool,
        signal,
        `create index if not exists ${name}_embedding on knowledge.${name}
         using hnsw (embedding vector_cosine_ops)`,
      );
    await rowsOf(pool, signal, `analyze knowledge.${name}`);
  }
}

async function insert(
  client: SqlQueryable,
  name: string,
  revision: number,
  passages: readonly EmbeddedPassage[],
  signal: AbortSignal,
): Promise<void> {
  const bodies = passages.map(({ vector: _vector, sentences: _sentences, ...body }) =>
    storable(body),
  );
  const vectors = passages.map(({ vector }) => vectorText(vector));
  // A passage id that another document had is this document's now: ids name a place, not a text.
  await rowsOf(
    client,
    signal,
    `insert into knowledge.${name} (passage_id, document_key, audience, at, body, embedding, revision, sentences)
     select (body->>'passageId')::uuid, (body->>'documentKey')::uuid,
       array(select jsonb_array_elements_text(body->'audience')), (body->>'at')::timestamptz,
       body, vector::vector, $3, decode(sentences, 'base64')
     from rows from (jsonb_array_elements($1::jsonb), unnest($2::text[]), unnest($4::text[])) as given(body, vector, sentences)
     on conflict (passage_id) do update set document_key = excluded.document_key,
       audience = excluded.audience, at = excluded.at, body = excluded.body,
       embedding = excluded.embedding, revision = excluded.revision, sentences = excluded.sentences`,
    [JSON.stringify(bodies), vectors, revision, sentenceTexts(passages)],
  );
}
