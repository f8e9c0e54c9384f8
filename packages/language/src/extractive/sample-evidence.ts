import type { SearchResult } from '@personate/contracts';
import type { Span } from './build-spans.ts';

/** For tests: what was recalled of a persona's own notes, all but its text as it most often is. */
export function sampleEvidence(
  n: number,
  text: string,
  more: Partial<SearchResult> = {},
): SearchResult {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return {
    passageId: id,
    documentId: `d${n}`,
    documentKey: id,
    source: 'notes',
    kind: 'history',
    stance: 'by',
    author: 'Ida Berg',
    at: null,
    atPrecision: null,
    title: null,
    url: null,
    text,
    context: [],
    score: 1,
    scores: {},
    ...more,
  };
}

/** For tests: a passage's only sentence, as it is spoken. */
export function sampleSpan(sentence: string, evidence = sampleEvidence(1, sentence)): Span {
  return {
    n: 1,
    evidence,
    language: 'en',
    sentences: [sentence],
    originals: [sentence],
    at: 0,
    telling: 'own',
    words: 8,
  };
}
