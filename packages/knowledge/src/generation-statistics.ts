import type { KnowledgeStatistics } from '@personate/contracts';
import type { GenerationSpec, TermStatistics } from './knowledge-store.ts';

/**
 * What of a generation is counted rather than searched, for stores that keep no index in process. Kept true by
 * ingestion, with each step that it marks as projected; a generation that was never counted has nothing.
 */
export interface GenerationStatistics {
  terms(
    spec: GenerationSpec,
    terms: readonly string[],
    signal: AbortSignal,
  ): Promise<TermStatistics>;
  /** As `KnowledgeReader.authors`. */
  authors(spec: GenerationSpec, words: readonly string[], signal: AbortSignal): Promise<string[]>;
  statistics(spec: GenerationSpec, signal: AbortSignal): Promise<KnowledgeStatistics>;
}

/** What one document adds to its generation's statistics; taken away again when the document changes. */
export interface DocumentTally {
  passages: number;
  /** Terms of all its passages. */
  length: number;
  /** Passages that hold the term. */
  terms: Record<string, number>;
  /** `words`: parts of the name in lower case. */
  authors: Array<{ name: string; words: string[]; passages: number }>;
  groups: Array<{ kind: string; sourceId: string; passages: number }>;
  firstAt: string | null;
  lastAt: string | null;
}
