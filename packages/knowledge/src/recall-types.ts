import type { Degraded, SearchResult } from '@personate/contracts';
import type { Audience, KnowledgeReader } from './knowledge-store.ts';
import type { Embedder } from './embedder.ts';
import type { Reranker } from './reranking/reranker.ts';
import type { ScoreName } from './recall/scores.ts';

export interface RecallDeps {
  store: KnowledgeReader;
  embedder: Embedder;
  /** None unless one is configured. */
  reranker?: Reranker;
}

export interface RecallInput {
  question: string;
  /** Names of the persona: removed before embedding, and "you" means them. */
  selfNames: readonly string[];
  /** Results wanted. */
  k: number;
  /**
   * Of what would have come first had it not mattered who speaks, as many more as this: where the question is
   * about one of those who speak, it may be the other one's fact. None unless given.
   */
  rivals?: number;
  /** Passages that are looked at whatever comes first, such as those that were cited just before; at most 8. */
  also?: readonly string[];
  /** What the store has of the results' and the rivals' sentences is wanted too. */
  sentences?: boolean;
  audience: Audience;
  asOf?: string;
  /** Languages of the knowledge, the main one first: the question's is sought among them. All, unless given. */
  languages?: readonly string[];
  signal: AbortSignal;
}

/** What can be switched off, to measure what it is worth. */
export type RecallStep =
  /** Participants' names left out of what is embedded of the question. */
  | 'names'
  /** Neighbours as candidates and as context. */
  | 'context'
  /** Read again by the reranker, where there is one. */
  | 'rerank'
  /** Repetitions moved down. */
  | 'repetition'
  | ScoreName;

export interface RecallOptions {
  off?: readonly RecallStep[];
  /** Candidates of each kind; 30 unless given. */
  candidates?: number;
}

/** What the decision to answer or decline rests on; raw values, comparable between questions. */
export interface RecallSignals {
  /** Best cosine similarity among the results, -1..1. */
  bestCosine: number;
  /** Share of the question's IDF mass that occurs in the best three results with their context, 0..1. */
  coverage: number;
  /** Share of the question's IDF mass that occurs anywhere in the persona's knowledge, 0..1. */
  vocabularyCoverage: number;
  /** Best BM25 divided by the sum of the question's IDF, 0..~2. */
  lexicalStrength: number;
  /** Names in the question that occur nowhere in the persona's knowledge, as written. */
  unknownNames: string[];
  /** Of those who speak in this knowledge, the ones beside the persona whom the question names. */
  othersNamed: string[];
  /** Content terms of the question, analysed (stemmed). */
  terms: string[];
  /** Those that can tell passages apart, with their weight (IDF). */
  termWeights: ReadonlyMap<string, number>;
  language: string;
}

export type RecalledPassage = SearchResult & {
  language: string;
  signals: {
    cosine: number;
    /** Share of the question's weight that the passage holds, 0..1. */
    coverage: number;
    /** The same of the passage with its context. */
    windowCoverage: number;
  };
};

/** What was said in answer to somebody's question that is much like the one asked. */
export interface RecalledReply {
  /** As it was asked then. */
  question: string;
  /** With the one asked now, by the embedder of this knowledge. */
  cosine: number;
  passage: RecalledPassage;
}

export interface RecallResult {
  /** Best first. */
  results: RecalledPassage[];
  /** Not among the results; best first. */
  rivals: RecalledPassage[];
  /** Those first whose questions are nearest to the one asked. */
  replies: RecalledReply[];
  /** Vectors of their sentences by passage id, as they were stored; empty unless they were asked for. */
  sentences: ReadonlyMap<string, Uint8Array>;
  signals: RecallSignals;
  /** What recall had to do without: with `embedder`, cosines are 0 and only words were searched. */
  degraded: readonly Degraded[];
  timings: {
    understandMs: number;
    embedMs: number;
    searchMs: number;
    rescoreMs: number;
    /** Where there is a reranker. */
    rerankMs?: number;
  };
}
