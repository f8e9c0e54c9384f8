/** So many of the items, spread over all of them, in their order. */
export function sample<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from(
    { length: most },
    (_, place) => items[Math.floor((place * items.length) / most)] as Item,
  );
}
