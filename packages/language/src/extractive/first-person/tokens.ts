import { literal } from '../../in-pattern.ts';

export interface Token {
  /** `self`: one of the persona's names, with its `'s`. */
  kind: 'self' | 'word' | 'space' | 'mark';
  text: string;
  /** UTF-16 offset of its end. */
  end: number;
}

/** Words, names of the persona, spaces and marks; joined they are the sentence. */
export function tokensOf(sentence: string, names: readonly string[]): Token[] {
  const known = [...names]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    .map(literal);
  const self =
    known.length === 0
      ? '(?!)'
      : `(?<![\\p{L}\\p{N}])(?:${known.join('|')})(?![\\p{L}\\p{N}])(?:['’]s|(?<=s)['’](?= ))?`;
  const pattern = new RegExp(
    `(?<self>${self})|(?<word>[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*)|(?<space>\\s+)|(?<mark>.)`,
    'gsu',
  );
  const tokens: Token[] = [];
  for (const match of sentence.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const kind =
      groups['self'] !== undefined
        ? 'self'
        : groups['word'] !== undefined
          ? 'word'
          : groups['space'] !== undefined
            ? 'space'
            : 'mark';
    tokens.push({ kind, text: match[0], end: match.index + match[0].length });
  }
  return tokens;
}
