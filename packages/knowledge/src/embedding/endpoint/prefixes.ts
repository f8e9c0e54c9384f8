/** What a model was trained to read before a question and before a passage; joined to the text by one space. */
export interface EmbeddingPrefixes {
  question: string;
  passage: string;
}

export function prefixed(
  texts: readonly string[],
  as: keyof EmbeddingPrefixes,
  prefixes: EmbeddingPrefixes | undefined,
): readonly string[] {
  const prefix = prefixes?.[as] ?? '';
  return prefix === '' ? texts : texts.map((text) => `${prefix} ${text}`);
}
