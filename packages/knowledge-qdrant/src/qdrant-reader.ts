import { uuidsAmong } from '@personate/contracts';
import {
  defaultAverageLength,
  scorePassage,
  sparseQuery,
  type Candidate,
  type CandidateQuery,
  type GenerationSpec,
  type GenerationStatistics,
  type KnowledgeReader,
} from '@personate/knowledge';
import { denseVector, termVector } from './collection-settings.ts';
import { collectHits } from './collect-hits.ts';
import { visibleTo } from './passage-filter.ts';
import type { Placement } from './placement.ts';
import { sentencesOf } from './passage-point.ts';
import { QdrantFailure } from './qdrant-failure.ts';
import type { OpenGrant, ReadConnections } from './read-connections.ts';
import type { Schemas } from '@qdrant/js-client-rest';

export interface QdrantReaderDeps {
  connections: ReadConnections;
  placement: Placement;
  statistics: GenerationStatistics;
}

type Query = Schemas['QueryRequest'];
/** Ids that one call asks for. */
const idsPerCall = 1_000;

/** One persona's passages, read by a token that opens nothing else. */
export class QdrantReader implements KnowledgeReader {
  readonly isolation: KnowledgeReader['isolation'];
  readonly embeddingIdentity: string;
  readonly #deps: QdrantReaderDeps;
  readonly #spec: GenerationSpec;

  constructor(deps: QdrantReaderDeps, spec: GenerationSpec) {
    this.#deps = deps;
    this.#spec = spec;
    this.isolation = deps.placement.isolation;
    this.embeddingIdentity = spec.embeddingIdentity;
  }

  /** One round trip: both searches inside Qdrant, and the hits of both scored by meaning. */
  async candidates(query: CandidateQuery, signal: AbortSignal): Promise<Candidate[]> {
    signal.throwIfAborted();
    const { limit, audience } = query;
    if (limit <= 0 || audience.length === 0) return [];
    const filter = { must: visibleTo(query, this.#deps.placement.tenant(this.#spec)) };
    const { nearest, matching } = questions(query);
    const [first, second] = [nearest, matching].filter((one) => one !== null);
    if (first === undefined) return [];
    if (nearest === null || second === undefined)
      return this.#query({ ...first, filter, limit }, query, signal);
    const prefetch = [first, second].map((one) => ({ ...one, filter, limit }));
    return this.#query({ prefetch, ...nearest, filter, limit: 2 * limit }, query, signal);
  }

  async passages(
    ids: readonly string[],
    query: Omit<CandidateQuery, 'limit'>,
    signal: AbortSignal,
  ): Promise<Candidate[]> {
    signal.throwIfAborted();
    const { placement } = this.#deps;
    const known = uuidsAmong(ids);
    if (known.length === 0 || query.audience.length === 0) return [];
    const visible = visibleTo(query, placement.tenant(this.#spec));
    const { nearest } = questions(query);
    const found: Candidate[] = [];
    for (let from = 0; from < known.length; from += idsPerCall) {
      const some = known.slice(from, from + idsPerCall);
      const points = some.map((id) => placement.pointId(this.#spec, id));
      const filter = { must: [{ has_id: points }, ...visible] };
      // The ids are few: each is scored, no graph is walked.
      const search = { ...nearest, filter, limit: some.length, params: { exact: true } };
      found.push(...(await this.#query(search, query, signal)));
    }
    return found;
  }

  async sentences(
    ids: readonly string[],
    query: Pick<CandidateQuery, 'audience' | 'asOf'>,
    signal: AbortSignal,
  ): Promise<Map<string, Uint8Array>> {
    signal.throwIfAborted();
    const { placement } = this.#deps;
    const known = uuidsAmong(ids);
    if (known.length === 0 || query.audience.length === 0) return new Map();
    const visible = visibleTo(query, placement.tenant(this.#spec));
    const found = new Map<string, Uint8Array>();
    for (let from = 0; from < known.length; from += idsPerCall) {
      const some = known.slice(from, from + idsPerCall);
      const passageIds = new Map(some.map((id) => [placement.pointId(this.#spec, id), id]));
      const points = [...passageIds.keys()];
      const page = await this.#read(signal, ({ connection, grant }) =>
        connection.call(
          (api, init) =>
            api.scrollPoints(
              {
                collection_name: grant.collection,
                filter: { must: [{ has_id: points }, ...visible] },
                limit: some.length,
                with_payload: storedSentences,
              },
              init,
            ),
          { signal },
        ),
      );
      for (const { id, payload } of page?.points ?? []) {
        const passageId = passageIds.get(String(id));
        const sentences = sentencesOf(payload);
        if (passageId !== undefined && sentences !== null) found.set(passageId, sentences);
      }
    }
    return found;
  }

  termStatistics(terms: readonly string[], signal: AbortSignal) {
    return this.#deps.statistics.terms(this.#spec, terms, signal);
  }

  authors(words: readonly string[], signal: AbortSignal) {
    return this.#deps.statistics.authors(this.#spec, words, signal);
  }

  statistics(signal: AbortSignal) {
    return this.#deps.statistics.statistics(this.#spec, signal);
  }

  /** @param search by meaning, where there is a vector to compare with; what the terms score is counted here, on texts that rescoring reads anyway */
  async #query(
    search: Query,
    { terms, vector }: Pick<CandidateQuery, 'terms' | 'vector'>,
    signal: AbortSignal,
  ): Promise<Candidate[]> {
    const averageLength = this.#spec.averageLength ?? defaultAverageLength;
    const found = await this.#read(signal, async ({ connection, grant }) => {
      const { points } = await connection.call(
        (api, init) =>
          api.queryPoints(
            { collection_name: grant.collection, ...search, with_payload: stored },
            init,
          ),
        { signal },
      );
      return collectHits(points, connection.shown);
    });
    return (found ?? []).map((hit) => ({
      ...hit,
      dense: vector === null ? 0 : hit.dense,
      lexical: scorePassage(hit.passage, terms, averageLength),
    }));
  }

  /** Null for a generation that was never created, or was dropped. */
  async #read<T>(signal: AbortSignal, read: (opened: OpenGrant) => Promise<T>): Promise<T | null> {
    signal.throwIfAborted();
    const opened = await this.#deps.connections.open(this.#spec);
    if (opened === null) return null;
    try {
      return await read(this.#own(opened));
    } catch (error) {
      if (!(error instanceof QdrantFailure) || !mayBeOutdated.has(error.failure)) throw error;
      const anew = await this.#deps.connections.reopen(this.#spec);
      // Dropped since it was opened.
      if (anew === null) return null;
      if (anew === opened) throw ofReader(error, opened);
      return read(this.#own(anew));
    }
  }

  /** A shared collection that were read as a persona's own would show every tenant: the filter is the placement's. */
  #own(opened: OpenGrant): OpenGrant {
    const { connection, grant } = opened;
    if (grant.collection !== this.#deps.placement.collection(this.#spec))
      throw new QdrantFailure('elsewhere', connection.shown, grant.collection);
    return opened;
  }
}

/** `written` tells two versions of a document apart; the rest of the payload is for filtering. */
const stored = ['passage', 'terms', 'written'];
/** The passage stays behind. */
const storedSentences = ['sentences'];

/** Refusals that a newer row may mend: a new token, another place, or none because the generation was dropped. */
const mayBeOutdated = new Set(['refusedKey', 'forbidden', 'missing', 'elsewhere']);

function questions({ vector, terms }: Pick<CandidateQuery, 'vector' | 'terms'>) {
  const sparse = sparseQuery(terms);
  return {
    nearest: vector === null ? null : { query: Array.from(vector), using: denseVector },
    matching: sparse.indices.length === 0 ? null : { query: { ...sparse }, using: termVector },
  };
}

/** A reader has no key to compare: what was refused is its token. */
function ofReader(failure: QdrantFailure, { connection }: OpenGrant): QdrantFailure {
  return failure.failure === 'refusedKey'
    ? new QdrantFailure('forbidden', connection.shown, '', failure)
    : failure;
}
