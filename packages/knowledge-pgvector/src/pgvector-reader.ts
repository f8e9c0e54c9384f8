import type { KnowledgeStatistics, Passage } from '@personate/contracts';
import type {
  Candidate,
  CandidateQuery,
  GenerationSpec,
  Hit,
  KnowledgeReader,
  PassageIndex,
} from '@personate/knowledge';
import { checkIdentity } from './check-identity.ts';
import type { IndexCache } from './index-cache.ts';
import { knownBy } from './known-by.ts';
import { tableState } from './knowledge-schema.ts';
import { denseSearch } from './dense-search.ts';
import { readStatistics } from './read-statistics.ts';
import { readSentences } from './sentence-column.ts';
import { rowsOf, type SqlPool } from './sql-pool.ts';
import { vectorText } from './vector-format.ts';

export interface PgvectorReaderDeps {
  pool: SqlPool;
  indexes: IndexCache;
  name: string;
}

const noStatistics: KnowledgeStatistics = {
  documents: 0,
  passages: 0,
  byKind: {},
  bySource: {},
  firstAt: null,
  lastAt: null,
};

export class PgvectorReader implements KnowledgeReader {
  readonly isolation = 'table';
  readonly embeddingIdentity: string;
  readonly #deps: PgvectorReaderDeps;
  readonly #spec: GenerationSpec;

  constructor(deps: PgvectorReaderDeps, spec: GenerationSpec) {
    this.#deps = deps;
    this.#spec = spec;
    this.embeddingIdentity = spec.embeddingIdentity;
  }

  async candidates(query: CandidateQuery, signal: AbortSignal): Promise<Candidate[]> {
    const index = await this.#index(signal);
    if (index === null) return [];
    const hits = index.search(query);
    if (!index.holdsVectors) {
      const { pool, name } = this.#deps;
      const found = await denseSearch({ pool, name, query, signal });
      hits.push(...index.score(found, query));
    }
    return this.#candidatesOf(hits, query, signal);
  }

  async passages(
    ids: readonly string[],
    query: Omit<CandidateQuery, 'limit'>,
    signal: AbortSignal,
  ): Promise<Candidate[]> {
    const index = ids.length === 0 ? null : await this.#index(signal);
    return index === null ? [] : this.#candidatesOf(index.score(ids, query), query, signal);
  }

  async sentences(
    ids: readonly string[],
    query: Pick<CandidateQuery, 'audience' | 'asOf'>,
    signal: AbortSignal,
  ): Promise<Map<string, Uint8Array>> {
    const { pool, name } = this.#deps;
    // As everywhere: what the index does not know, or may not be seen, is not there.
    const found = (await this.#index(signal))?.visible(ids, query) ?? [];
    if (found.length === 0) return new Map();
    const visible = `audience && $2::text[] and ${knownBy('$3')}`;
    return readSentences(pool, { name, ids: found, query, visible, signal });
  }

  async termStatistics(terms: readonly string[], signal: AbortSignal) {
    const index = await this.#index(signal);
    return index?.termStatistics(terms) ?? { passages: 0, averageLength: 0, frequency: new Map() };
  }

  async authors(words: readonly string[], signal: AbortSignal): Promise<string[]> {
    return (await this.#index(signal))?.authors(words, 20) ?? [];
  }

  async statistics(signal: AbortSignal): Promise<KnowledgeStatistics> {
    const { pool, name } = this.#deps;
    const state = await tableState(pool, name, signal);
    return state === null ? noStatistics : readStatistics(pool, name, signal);
  }

  /** Null for a generation that was never created. */
  async #index(signal: AbortSignal): Promise<PassageIndex | null> {
    const { pool, indexes, name } = this.#deps;
    const state = await tableState(pool, name, signal);
    if (state === null) return null;
    checkIdentity(this.#spec, state);
    const index = await indexes.open(name, state.dimensions).current(state);
    signal.throwIfAborted();
    return index;
  }

  /** The text comes from the table, which has the last word on who may see what. */
  async #candidatesOf(
    hits: readonly Hit[],
    { audience, asOf, vector }: Omit<CandidateQuery, 'limit'>,
    signal: AbortSignal,
  ): Promise<Candidate[]> {
    const { pool, name } = this.#deps;
    const byId = new Map(hits.map((hit) => [hit.passageId, hit]));
    if (byId.size === 0) return [];
    const inProcess = hits[0]?.dense !== undefined;
    const rows = await rowsOf<{ body: Passage; dense: number | null }>(
      pool,
      signal,
      `select body, ${inProcess ? 'null' : '1 - (embedding <=> $4::vector)'} as dense
       from knowledge.${name}
       where passage_id = any($1::uuid[]) and audience && $2::text[]
         and ${knownBy('$3')}`,
      [[...byId.keys()], [...audience], asOf ?? null, ...(inProcess ? [] : [vectorText(vector)])],
    );
    return rows.flatMap(({ body, dense }) => {
      const hit = byId.get(body.passageId);
      return hit === undefined
        ? []
        : [{ passage: body, dense: hit.dense ?? dense ?? 0, lexical: hit.lexical }];
    });
  }
}
