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

/** How often one drawn from the first is greater than one from the second; ties count half. */
export function areaUnderCurve(high: readonly number[], low: readonly number[]): number {
  const all = [
    ...high.map((value) => ({ value, is: 1 })),
    ...low.map((value) => ({ value, is: 0 })),
  ].toSorted((a, b) => a.value - b.value);
  let below = 0;
  let won = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const tied = all.slice(from, to);
    const wins = tied.filter(({ is }) => is === 1).length;
    const losses = tied.length - wins;
    won += wins * (below + losses / 2);
    below += losses;
    from = to;
  }
  return high.length * low.length === 0 ? Number.NaN : won / (high.length * low.length);
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
