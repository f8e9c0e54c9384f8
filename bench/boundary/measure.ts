import type { Row } from './rows.ts';

export const kinds = [
  'answerable',
  'unanswerable',
  'other, named',
  'other, renamed',
  'general',
] as const;

/** Below which value that share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function declinesByKind<R extends Row>(
  rows: readonly R[],
  declined: (row: R) => boolean,
): string[] {
  return kinds.map((kind) => {
    const of = rows.filter((row) => row.kind === kind);
    return percent(of.filter(declined).length / of.length).padStart(kind.length);
  });
}

export const percent = (share: number): string =>
  Number.isNaN(share) ? '-' : `${(share * 100).toFixed(1)}`;
