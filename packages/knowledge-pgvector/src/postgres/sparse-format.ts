import type { SparseVector } from '@personate/knowledge';

/** pgvector's sparse vectors have no more dimensions than this; terms are numbered up to 2^32. */
export const sparseDimensions = 1_000_000_000;

/**
 * pgvector's text form, dimensions counted from 1. Numbers are folded, which makes two terms of one passage share
 * a dimension four times as often as their numbers alone do: one pair of 50,000 terms. They score as one.
 */
export function sparseText({ indices, values }: SparseVector): string {
  const folded = new Map<number, number>();
  for (const [i, index] of indices.entries()) {
    const dimension = (index % sparseDimensions) + 1;
    folded.set(dimension, (folded.get(dimension) ?? 0) + (values[i] ?? 0));
  }
  const entries = [...folded].toSorted(([a], [b]) => a - b);
  return `{${entries.map(([dimension, value]) => `${dimension}:${value}`).join(',')}}/${sparseDimensions}`;
}

/** Numbers of terms as the database's four-byte integers. */
export const termNumbers = ({ indices }: SparseVector): number[] => indices.map((id) => id | 0);
