import { uuidsAmong, type KnowledgeStatistics } from '@personate/contracts';
import {
  sparseQuery,
  type Candidate,
  type CandidateQuery,
  type GenerationSpec,
  type GenerationStatistics,
  type KnowledgeReader,
  type SparseVector,
  type TermStatistics,
} from '@personate/knowledge';
import { checkIdentity } from '../check-identity.ts';
import { nameFailure } from '../name-failure.ts';
import { readSentences } from '../sentence-column.ts';
import { rowsOf } from '../sql-pool.ts';
import { vectorText } from '../vector-format.ts';
import type { Connections } from './connections.ts';
import { generationRow } from './generation-tables.ts';
import { sparseText, termNumbers } from './sparse-format.ts';
import { fromBody, type StoredBody } from './stored-body.ts';

export interface PostgresReaderDeps {
  connections: Connections;
  statistics: GenerationStatistics;
  name: string;
  timeoutMs: number;
}

type Query = Omit<CandidateQuery, 'limit'>;

interface Row {
  body: StoredBody;
  dense: number | null;
  lexical: number;
  identity: string;
}

/** More would be a mistake of the caller's; the graph gives no more than it was told to look at. */
const mostCandidates = 1_000;

/** pgvector's sparse vectors hold 16,000; what is below the first thousand of a question tells nothing. */
const mostTerms = 1_000;

const heaviest = (terms: ReadonlyMap<string, number>): SparseVector =>
  sparseQuery(
    terms.size <= mostTerms
      ? terms
      : new Map([...terms].toSorted(([, a], [, b]) => b - a).slice(0, mostTerms)),
  );

/** Nothing of the knowledge is kept in this process. */
export class PostgresReader implements KnowledgeReader {
  readonly isolation = 'table';
  readonly embeddingIdentity: string;
  readonly #deps: PostgresReaderDeps;
  readonly #spec: GenerationSpec;

  constructor(deps: PostgresReaderDeps, spec: GenerationSpec) {
    this.#deps = deps;
    this.#spec = spec;
    this.embeddingIdentity = spec.embeddingIdentity;
  }

  /** One round trip: both searches, and each one's hits scored by the other. */
  async candidates(query: CandidateQuery, signal: AbortSignal): Promise<Candidate[]> {
    signal.throwIfAborted();
    const limit = Math.min(query.limit, mostCandidates);
    if (limit <= 0 || query.audience.length === 0) return [];
    const terms = heaviest(query.terms);
    const { name } = this.#deps;
    const hasTerms = terms.indices.length > 0;
    // The limit stands in the text: a plan must know that it is small.
    const searches = [
      ...(query.vector === null
        ? []
        : [
            `select passage_id from (
               select passage_id from knowledge.${name} where ${visible}
               order by embedding <=> $1::vector limit ${limit}) as nearest`,
          ]),
      ...(hasTerms
        ? [
            `select passage_id from (
               select passage_id from knowledge.${name} where terms && $5::int[] and ${visible}
               order by weights <#> $2::sparsevec limit ${limit}) as matching`,
          ]
        : []),
    ];
    if (searches.length === 0) return [];
    return this.#rows(
      query,
      signal,
      `with chosen as (${searches.join(' union ')})
       ${selected(name)} where t.passage_id in (select passage_id from chosen)`,
      hasTerms ? [termNumbers(terms)] : [],
    );
  }

  async passages(ids: readonly string[], query: Query, signal: AbortSignal): Promise<Candidate[]> {
    signal.throwIfAborted();
    const known = uuidsAmong(ids);
    if (known.length === 0 || query.audience.length === 0) return [];
    return this.#rows(
      query,
      signal,
      `${selected(this.#deps.name)} where t.passage_id = any($5::uuid[]) and ${visible}`,
      [known],
    );
  }

  async sentences(
    ids: readonly string[],
    query: Pick<CandidateQuery, 'audience' | 'asOf'>,
    signal: AbortSignal,
  ): Promise<Map<string, Uint8Array>> {
    signal.throwIfAborted();
    const known = uuidsAmong(ids);
    if (known.length === 0 || query.audience.length === 0) return new Map();
    const { connections, name, timeoutMs } = this.#deps;
    try {
      return await connections.run({ signal, timeoutMs }, (client, either) =>
        readSentences(client, {
          name,
          ids: known,
          query,
          visible: visibleBy(2, 3),
          signal: either,
        }),
      );
    } catch (error) {
      await this.#explain(error, signal);
      return new Map();
    }
  }

  termStatistics(terms: readonly string[], signal: AbortSignal): Promise<TermStatistics> {
    return this.#deps.statistics.terms(this.#spec, terms, signal);
  }

  authors(words: readonly string[], signal: AbortSignal): Promise<string[]> {
    return this.#deps.statistics.authors(this.#spec, words, signal);
  }

  statistics(signal: AbortSignal): Promise<KnowledgeStatistics> {
    return this.#deps.statistics.statistics(this.#spec, signal);
  }

  async #rows(
    query: Query,
    signal: AbortSignal,
    text: string,
    more: unknown[],
  ): Promise<Candidate[]> {
    const { connections, timeoutMs } = this.#deps;
    const values = [
      query.vector === null ? null : vectorText(query.vector),
      sparseText(heaviest(query.terms)),
      [...query.audience],
      query.asOf ?? null,
      ...more,
    ];
    try {
      const rows = await connections.run({ signal, timeoutMs }, (client, either) =>
        rowsOf<Row>(client, either, text, values),
      );
      const [first] = rows;
      if (first !== undefined)
        checkIdentity(this.#spec, {
          embeddingIdentity: first.identity,
          dimensions: this.#spec.dimensions,
        });
      // Without a vector to compare with, the database says null.
      return rows.map(({ body, dense, lexical }) => ({
        passage: fromBody(body),
        dense: dense ?? 0,
        lexical,
      }));
    } catch (error) {
      return await this.#explain(error, signal);
    }
  }

  /** A table that is not there was never created, or is gone; vectors that do not fit are another model's. */
  async #explain(error: unknown, signal: AbortSignal): Promise<Candidate[]> {
    const failure = nameFailure(error)?.failure;
    if (failure !== 'missing' && failure !== 'rejected') throw error;
    const { connections, name, timeoutMs } = this.#deps;
    const row = await connections
      .run({ signal, timeoutMs }, (client, either) => generationRow(client, name, either))
      .catch((second: unknown) => {
        if (nameFailure(second)?.failure === 'missing') return null;
        throw second;
      });
    if (row === null && failure === 'missing') return [];
    if (row !== null) checkIdentity(this.#spec, row);
    throw error;
  }
}

/** By the numbers of the parameters that hold the asker's groups, and the latest that may be known. */
const visibleBy = (audience: number, asOf: number): string =>
  `audience && $${audience}::text[] and (at is null or at <= coalesce($${asOf}::timestamptz, 'infinity'))`;
const visible = visibleBy(3, 4);

const selected = (name: string): string => `
  select t.body, 1 - (t.embedding <=> $1::vector) as dense, -(t.weights <#> $2::sparsevec) as lexical,
    (select embedding_identity from knowledge.generation_table where table_name = '${name}') as identity
  from knowledge.${name} t`;
