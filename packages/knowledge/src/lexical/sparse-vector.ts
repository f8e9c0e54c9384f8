import type { Passage } from '@personate/contracts';
import { saturation } from './lexical-index.ts';
import { passageTerms } from './passage-terms.ts';
import { termId } from './term-id.ts';

/** Indices ascending, each once. */
export interface SparseVector {
  indices: number[];
  values: number[];
}

/**
 * BM25's document side: each term's saturated frequency, normalised by the passage's length. With
 * `sparseQuery` of a question's weighted terms the dot product is the BM25 score.
 *
 * @param averageLength terms of a mean passage, the same for all of a generation; see `GenerationSpec`
 */
export function sparseVector(
  passage: Parameters<typeof passageTerms>[0],
  averageLength: number,
): SparseVector {
  const terms = passageTerms(passage);
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return toSparse(
    [...counts].map(([term, count]) => [term, saturation(count, terms.length, averageLength)]),
  );
}

/** BM25's query side: the weights of the question's terms. A term without weight is left out. */
export function sparseQuery(terms: ReadonlyMap<string, number>): SparseVector {
  return toSparse([...terms].filter(([, weight]) => weight > 0));
}

export function dot(a: SparseVector, b: SparseVector): number {
  const values = new Map(b.indices.map((index, i) => [index, b.values[i] ?? 0]));
  return a.indices.reduce(
    (sum, index, i) => sum + (a.values[i] ?? 0) * (values.get(index) ?? 0),
    0,
  );
}

/** Two terms of one number count as one, as often and as heavy as both. */
function toSparse(weighted: ReadonlyArray<readonly [string, number]>): SparseVector {
  const byId = new Map<number, number>();
  for (const [term, value] of weighted) {
    const id = termId(term);
    byId.set(id, (byId.get(id) ?? 0) + value);
  }
  const entries = [...byId].toSorted(([a], [b]) => a - b);
  return { indices: entries.map(([id]) => id), values: entries.map(([, value]) => value) };
}

/** Terms of a mean passage, measured on these; the default where there are none. */
export function averageLengthOf(passages: readonly Passage[]): number {
  if (passages.length === 0) return defaultAverageLength;
  const length = passages.reduce((sum, passage) => sum + passageTerms(passage).length, 0);
  return Math.max(1, length / passages.length);
}

/** Of a generation for which none was frozen: that of short posts and messages. */
export const defaultAverageLength = 16;
