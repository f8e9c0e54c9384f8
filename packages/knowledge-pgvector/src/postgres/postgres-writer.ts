import { latestMs } from '@personate/contracts';
import {
  checkPassages,
  defaultAverageLength,
  sparseVector,
  type EmbeddedPassage,
  type GenerationSpec,
  type KnowledgeWriter,
} from '@personate/knowledge';
import { sentenceTexts } from '../sentence-column.ts';
import { SqlFailure } from '../sql-failure.ts';
import { rowsOf, type SqlQueryable } from '../sql-pool.ts';
import { mostIndexedDimensions, vectorText } from '../vector-format.ts';
import type { Connections } from './connections.ts';
import { sparseText, termNumbers } from './sparse-format.ts';
import { toBody } from './stored-body.ts';

export interface PostgresWriterDeps {
  connections: Connections;
  name: string;
  /** Passages beyond which the table gets its indexes over terms and over vectors. */
  indexAbove: { terms: number; vectors: number };
  timeoutMs: number;
  settleTimeoutMs: number;
}

const rowsPerInsert = 200;

export class PostgresWriter implements KnowledgeWriter {
  readonly #deps: PostgresWriterDeps;
  readonly #spec: GenerationSpec;

  constructor(deps: PostgresWriterDeps, spec: GenerationSpec) {
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
    const { connections, name, timeoutMs } = this.#deps;
    await connections.transaction({ signal, timeoutMs }, async (client, either) => {
      // Taken first: writers of one table go one after the other.
      const locked = await rowsOf(
        client,
        either,
        'update knowledge.generation_table set revision = revision + 1 where table_name = $1 returning 1',
        [name],
      );
      if (locked.length === 0) throw new SqlFailure('missing', name);
      await rowsOf(
        client,
        either,
        `delete from knowledge.${name} where document_key = any($1::uuid[])`,
        [[...documentKeys]],
      );
      for (let from = 0; from < passages.length; from += rowsPerInsert)
        await this.#insert(client, passages.slice(from, from + rowsPerInsert), either);
    });
  }

  /** Builds the indexes where they pay. Reading goes on meanwhile; writing this one table waits. */
  async settle(signal: AbortSignal): Promise<void> {
    const { connections, name, indexAbove, settleTimeoutMs: timeoutMs } = this.#deps;
    await connections.transaction({ signal, timeoutMs }, async (client, either) => {
      const [counted] = await rowsOf<{ passages: number }>(
        client,
        either,
        `select count(*)::int as passages from knowledge.${name}`,
      );
      const passages = counted?.passages ?? 0;
      if (passages > indexAbove.terms)
        await rowsOf(
          client,
          either,
          `create index if not exists ${name}_terms on knowledge.${name} using gin (terms)`,
        );
      if (passages > indexAbove.vectors && this.#spec.dimensions <= mostIndexedDimensions)
        await rowsOf(
          client,
          either,
          `create index if not exists ${name}_embedding on knowledge.${name} using hnsw (embedding vector_cosine_ops)`,
        );
      await rowsOf(client, either, `analyze knowledge.${name}`);
    });
  }

  async #insert(
    client: SqlQueryable,
    passages: readonly EmbeddedPassage[],
    signal: AbortSignal,
  ): Promise<void> {
    const { averageLength = defaultAverageLength } = this.#spec;
    const bodies = passages.map(toBody);
    const sparse = passages.map((passage) => sparseVector(passage, averageLength));
    // A passage id that another document had is this document's now: ids name a place, not a text.
    await rowsOf(
      client,
      signal,
      `insert into knowledge.${this.#deps.name} (passage_id, document_key, audience, at, terms, weights, embedding, body, sentences)
       select (body->>'passageId')::uuid, (body->>'documentKey')::uuid,
         array(select jsonb_array_elements_text(body->'audience')), at, terms::int[], weights::sparsevec, vector::vector, body, decode(sentences, 'base64')
       from rows from (jsonb_array_elements($1::jsonb), unnest($2::text[]), unnest($3::text[]), unnest($4::text[]), unnest($5::timestamptz[]), unnest($6::text[]))
         as given(body, terms, weights, vector, at, sentences)
       on conflict (passage_id) do update set document_key = excluded.document_key, audience = excluded.audience,
         at = excluded.at, terms = excluded.terms, weights = excluded.weights, embedding = excluded.embedding,
         body = excluded.body, sentences = excluded.sentences`,
      [
        JSON.stringify(bodies),
        sparse.map((vector) => `{${termNumbers(vector).join(',')}}`),
        sparse.map(sparseText),
        passages.map(({ vector }) => vectorText(vector)),
        passages.map(({ at, atPrecision }) =>
          at === undefined ? null : new Date(latestMs(at, atPrecision)).toISOString(),
        ),
        sentenceTexts(passages),
      ],
    );
  }
}
