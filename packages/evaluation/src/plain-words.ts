const words = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;

/** Lower case, without punctuation: two writings of the same words are one. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(words)
    ?.map((word) => word.replace(/'s$/u, '')) ?? [];

export const plainText = (text: string): string => plainWords(text).join(' ');

/** Words that two texts share, of all that stand in either: 1 for the same words, 0 for none in common. */
export function overlap(a: string, b: string): number {
  const one = new Set(plainWords(a));
  const other = new Set(plainWords(b));
  const all = new Set([...one, ...other]);
  if (all.size === 0) return 1;
  return [...one].filter((word) => other.has(word)).length / all.size;
}
