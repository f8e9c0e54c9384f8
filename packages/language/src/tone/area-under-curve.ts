/** How often one drawn from the first is greater than one from the second; ties count half. A half where one side is empty. */
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
  return high.length * low.length === 0 ? 0.5 : won / (high.length * low.length);
}
