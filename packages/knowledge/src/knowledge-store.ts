import type { KnowledgeStatistics, Passage } from '@personate/contracts';

export interface EmbeddedPassage extends Passage {
  vector: Float32Array;
  /** Vectors of its sentences, by `packVectors`; a store keeps them as they are and looks into none. */
  sentences?: Uint8Array;
}

/** Who asks: a passage is seen when its audience shares a group with it. The public is always in it. */
export type Audience = readonly string[];

export interface CandidateQuery {
  /** null: the question could not be embedded; what its terms find is found, and every cosine is 0. */
  vector: Float32Array | null;
  /** Analysed terms of the question with their weights (IDF on the query side). */
  terms: ReadonlyMap<string, number>;
  /** How many of each: dense and lexical. */
  limit: number;
  audience: Audience;
  /** Nothing later is seen (an instant); what is known to the year only is later than any instant inside it. */
  asOf?: string;
}

export interface Candidate {
  passage: Passage;
  /** Cosine similarity to the question. */
  dense: number;
  /** BM25 of the passage for the question's terms; 0 where none occurs. */
  lexical: number;
}

export interface TermStatistics {
  passages: number;
  /** Mean number of terms in a passage. */
  averageLength: number;
  /** Passages that hold the term; absent means 0. */
  frequency: ReadonlyMap<string, number>;
}

/** One persona's passages, to be read. Opened per persona, so that no call can name another one's. */
export interface KnowledgeReader {
  readonly isolation: 'collection' | 'table' | 'filter';
  /** The generation's embedding identity; a question must be embedded by the same. */
  readonly embeddingIdentity: string;
  /** The union of the nearest by vector and by terms, each with both scores. */
  candidates(query: CandidateQuery, signal: AbortSignal): Promise<Candidate[]>;
  /** By id, in no order; ids that do not exist or may not be seen are left out. */
  passages(
    ids: readonly string[],
    query: Omit<CandidateQuery, 'limit'>,
    signal: AbortSignal,
  ): Promise<Candidate[]>;
  /**
   * What was stored of the sentences of these passages, by passage id; passages without, and those that may not be
   * seen, are left out. Of those that were found, not of all candidates: it is the larger part of a passage.
   */
  sentences(
    ids: readonly string[],
    query: Pick<CandidateQuery, 'audience' | 'asOf'>,
    signal: AbortSignal,
  ): Promise<Map<string, Uint8Array>>;
  termStatistics(terms: readonly string[], signal: AbortSignal): Promise<TermStatistics>;
  /**
   * Names of authors of which one of these words (lower case) is a part, those with most passages first, at
   * most 20: who in a question is a participant, not a subject.
   */
  authors(words: readonly string[], signal: AbortSignal): Promise<string[]>;
  statistics(signal: AbortSignal): Promise<KnowledgeStatistics>;
}

/** One generation of one persona's store, to be written. Every call is idempotent. */
export interface KnowledgeWriter {
  /** After it, the documents have exactly these passages; a document without any is gone. All or nothing. */
  replaceDocuments(
    documentKeys: readonly string[],
    passages: readonly EmbeddedPassage[],
    signal: AbortSignal,
  ): Promise<void>;
  /** After a bulk load: builds the index where it pays. */
  settle(signal: AbortSignal): Promise<void>;
}

export interface GenerationSpec {
  personaId: string;
  /** The persona's internal id: names tables and collections, never reused. */
  personaUid: string;
  generation: number;
  embeddingIdentity: string;
  dimensions: number;
  /**
   * Terms of a mean passage, frozen for the generation: stores that hold BM25's document side normalise
   * lengths by it. `defaultAverageLength` where it was not frozen yet.
   */
  averageLength?: number;
}

/** One adapter a kind of database. */
export interface KnowledgeStores {
  /** Creates the generation's table or collection unless it is there. */
  create(spec: GenerationSpec, signal: AbortSignal): Promise<void>;
  drop(spec: GenerationSpec, signal: AbortSignal): Promise<void>;
  /** Whether anything of it is there: asked of the store itself, for the check of an erasure. */
  holds(spec: GenerationSpec, signal: AbortSignal): Promise<boolean>;
  /** A generation that was never written to reads empty; it is not an error. */
  reader(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeReader>;
  writer(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeWriter>;
  close(): Promise<void>;
}
