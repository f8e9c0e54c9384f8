/**
 * Without what a model copied of how its prompt is set: the marks that stand for line breaks in the evidence (" / "
 * between words), and whose line it is in the examples.
 */
export function withoutLineMarks(text: string): string {
  return text
    .replace(/^(\s*)(?:You|Assistant)\s*:\s+(?=\S)/u, '$1')
    .replace(/^(\s*)\/\s+(?=\S)/u, '$1')
    .replaceAll(/(?<=\p{L})\s\/\s(?=\p{L})/gu, ', ');
}

/** A line of the other side: copied from the examples, or a conversation that a model goes on with by itself. */
export const speaksForThem = (sentence: string): boolean =>
  /^\s*(?:They|User|Human)\s*:\s/u.test(sentence);
