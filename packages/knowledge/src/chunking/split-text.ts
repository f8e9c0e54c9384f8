/** Where a text may be cut, from the most natural place to the last resort. */
const cuts: ReadonlyArray<(text: string, language: string) => string[]> = [
  (text) => text.split(/(?<=\n[^\S\n]*\n)(?=\S)/u),
  (text) => text.split(/(?<=\n)/u),
  (text, language) => segments(text, language, 'sentence'),
  (text) => text.split(/(?<=\s)(?=\S)/u),
  (text, language) => segments(text, language, 'grapheme'),
  (text) => [...text],
];

function segments(text: string, language: string, granularity: 'sentence' | 'grapheme'): string[] {
  const pieces: string[] = [];
  for (const { segment } of segmenter(language, granularity).segment(text)) pieces.push(segment);
  return pieces;
}

function segmenter(language: string, granularity: 'sentence' | 'grapheme'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    return new Intl.Segmenter('und', { granularity });
  }
}

export interface SplitOptions {
  /** Size of a text, in tokens. */
  size: (text: string) => number | Promise<number>;
  /** No piece is larger. */
  max: number;
  /** Small neighbours are joined up to this size. */
  target: number;
  language: string;
}

/**
 * Pieces that, end to end, are the text again. Cut at paragraphs, else at lines, sentences, words, graphemes.
 */
export async function splitText(text: string, options: SplitOptions): Promise<string[]> {
  return (await split(text, 0, options)).map(({ text: piece }) => piece);
}

interface Piece {
  text: string;
  size: number;
}

async function split(text: string, level: number, options: SplitOptions): Promise<Piece[]> {
  const size = await options.size(text);
  const cut = cuts[level];
  if (size <= options.max || cut === undefined) return [{ text, size }];
  const parts = cut(text, options.language);
  if (parts.length < 2) return split(text, level + 1, options);
  const pieces: Piece[] = [];
  for (const part of parts) pieces.push(...(await split(part, level + 1, options)));
  return merge(pieces, options);
}

async function merge(pieces: Piece[], options: SplitOptions): Promise<Piece[]> {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    const joined = last === undefined ? undefined : await join(last, piece, options);
    if (joined === undefined || joined.size > options.target) merged.push(piece);
    else merged[merged.length - 1] = joined;
  }
  // A small rest joins what stands before it rather than stand alone.
  const [before, rest] = merged.slice(-2);
  if (before !== undefined && rest !== undefined && rest.size < options.target / 3) {
    const joined = await join(before, rest, options);
    if (joined.size <= options.max) merged.splice(-2, 2, joined);
  }
  return merged;
}

async function join(a: Piece, b: Piece, { size, max }: SplitOptions): Promise<Piece> {
  const text = a.text + b.text;
  const sum = a.size + b.size;
  // Sizes add up, but where letters of two pieces meet in one word: there only a count tells.
  if (sum > max || /\s$/u.test(a.text)) return { text, size: sum };
  return { text, size: await size(text) };
}
