/** What the table itself holds under the word: "constructor", which stands in every object, is a word as any other. */
export function ownOf<Value>(
  table: Readonly<Partial<Record<string, Value>>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Counts by names that others chose: no name is there before it was counted. */
export const emptyCounts = (): Record<string, number> =>
  Object.create(null) as Record<string, number>;
