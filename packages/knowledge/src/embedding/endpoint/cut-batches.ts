/** Texts in their order, cut into requests that stay within both bounds; one text alone may exceed the tokens. */
export function cutBatches(
  texts: readonly string[],
  bounds: { texts: number; tokens: number; count: (text: string) => number },
): string[][] {
  const batches: string[][] = [];
  let tokens = 0;
  for (const text of texts) {
    const size = bounds.count(text);
    const last = batches.at(-1);
    if (last === undefined || last.length >= bounds.texts || tokens + size > bounds.tokens) {
      batches.push([text]);
      tokens = size;
    } else {
      last.push(text);
      tokens += size;
    }
  }
  return batches;
}
