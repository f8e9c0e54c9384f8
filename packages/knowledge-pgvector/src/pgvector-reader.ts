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
import { denseSearch } from './dense-search.ts';
import { readStatistics } from './read-statistics.ts';
import { readSentences } from './sentence-column.ts';
import { rowsOf, type SqlPool } from './sql-pool.ts';
import type { TableIndex } from './table-index.ts';
import type { TableStates } from './table-states.ts';
import { vectorText } from './vector-format.ts';

export interface PgvectorReaderDeps {
  pool: SqlPool;
  indexes: IndexCache;
  states: TableStates;
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
    const opened = await this.#open(signal);
    if (opened === null) return [];
    const { index } = opened;
    const hits = index.search(query);
    const { vector } = query;
    if (vector !== null && !index.holdsVectors) {
      const { pool, name } = this.#deps;
      const found = await denseSearch({ pool, name, query: { ...query, vector }, signal });
      hits.push(...index.score(found, query));
    }
    return this.#candidatesOf(opened.table, hits, query, signal);
  }

  async passages(
    ids: readonly string[],
    query: Omit<CandidateQuery, 'limit'>,
    signal: AbortSignal,
  ): Promise<Candidate[]> {
    const opened = ids.length === 0 ? null : await this.#open(signal);
    if (opened === null) return [];
    return this.#candidatesOf(opened.table, opened.index.score(ids, query), query, signal);
  }

  async sentences(
    ids: readonly string[],
    query: Pick<CandidateQuery, 'audience' | 'asOf'>,
    signal: AbortSignal,
  ): Promise<Map<string, Uint8Array>> {
    const { pool, name } = this.#deps;
    // As everywhere: what the index does not know, or may not be seen, is not there.
    const found = (await this.#open(signal))?.index.visible(ids, query) ?? [];
    if (found.length === 0) return new Map();
    const visible = `audience && $2::text[] and ${knownBy('$3')}`;
    return readSentences(pool, { name, ids: found, query, visible, signal });
  }

  async termStatistics(terms: readonly string[], signal: AbortSignal) {
    const opened = await this.#open(signal);
    return (
      opened?.index.termStatistics(terms) ?? { passages: 0, averageLength: 0, frequency: new Map() }
    );
  }

  async authors(words: readonly string[], signal: AbortSignal): Promise<string[]> {
    return (await this.#open(signal))?.index.authors(words, 20) ?? [];
  }

  async statistics(signal: AbortSignal): Promise<KnowledgeStatistics> {
    const { pool, states, name } = this.#deps;
    const state = await states.of(name, signal);
    return state === null ? noStatistics : readStatistics(pool, name, signal);
  }

  /** Null for a generation that was never created. */
  async #open(signal: AbortSignal): Promise<{ table: TableIndex; index: PassageIndex } | null> {
    const { states, indexes, name } = this.#deps;
    const state = await states.of(name, signal);
    if (state === null) return null;
    checkIdentity(this.#spec, state);
    const table = indexes.open(name, state.dimensions);
    const index = await table.current(state);
    signal.throwIfAborted();
    return { table, index };
  }

  /** The text comes from the table, or from what was read of it at the index's revision. */
  async #candidatesOf(
    table: TableIndex,
    hits: readonly Hit[],
    query: Omit<CandidateQuery, 'limit'>,
    signal: AbortSignal,
  ): Promise<Candidate[]> {
    const { passages, revision } = table;
    const found: Candidate[] = [];
    const missing: Hit[] = [];
    for (const hit of hits) {
      const { passageId, dense, lexical } = hit;
      const passage = dense === undefined ? undefined : passages.get(passageId);
      if (passage === undefined) missing.push(hit);
      else found.push({ passage, dense: dense ?? 0, lexical });
    }
    if (missing.length === 0) return found;
    const byId = new Map(missing.map((hit) => [hit.passageId, hit]));
    const rows = await this.#read([...byId.keys()], missing[0]?.dense, query, signal);
    table.hold(
      rows.map(({ body }) => body),
      revision,
    );
    for (const { body, dense } of rows) {
      const hit = byId.get(body.passageId);
      if (hit !== undefined)
        found.push({ passage: body, dense: hit.dense ?? dense ?? 0, lexical: hit.lexical });
    }
    return found;
  }

  /**
   * Only what is not held: passages that are held are given by the index's word on who may see what, which is of the
   * same revision as they are.
   */
  #read(
    ids: readonly string[],
    known: number | undefined,
    { audience, asOf, vector }: Omit<CandidateQuery, 'limit'>,
    signal: AbortSignal,
  ): Promise<Array<{ body: Passage; dense: number | null }>> {
    const { pool, name } = this.#deps;
    const compared = known === undefined && vector !== null ? [vectorText(vector)] : [];
    return rowsOf(
      pool,
      signal,
      `select body, ${compared.length === 0 ? 'null' : '1 - (embedding <=> $4::vector)'} as dense
       from knowledge.${name}
       where passage_id = any($1::uuid[]) and audience && $2::text[]
         and ${knownBy('$3')}`,
      [[...ids], [...audience], asOf ?? null, ...compared],
    );
  }
}
