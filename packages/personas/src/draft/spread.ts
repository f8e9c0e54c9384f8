/** At most so many, evenly chosen over the whole. */
export function spread<One>(items: readonly One[], most: number): One[] {
  if (items.length <= most) return [...items];
  if (most < 2) return items.slice(0, Math.max(0, most));
  return Array.from(
    { length: most },
    (_, n) => items[Math.floor((n * (items.length - 1)) / (most - 1))],
  ).filter((item) => item !== undefined);
}
