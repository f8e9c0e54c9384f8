interface Cut {
  parts: (text: string, language: string) => string[];
  /** Its parts are cut in the same way again: letter by letter each would be counted with all that it is joined to. */
  halves?: true;
}

/** Where a text may be cut, from the most natural place to the last resort. */
const cuts: readonly Cut[] = [
  { parts: (text) => text.split(/(?<=\n[^\S\n]*\n)(?=\S)/u) },
  { parts: (text) => text.split(/(?<=\n)/u) },
  { parts: (text, language) => segments(text, language, 'sentence') },
  { parts: (text) => text.split(/(?<=\s)(?=\S)/u) },
  { parts: (text, language) => halvesOf(segments(text, language, 'grapheme')), halves: true },
  { parts: (text) => halvesOf([...text]), halves: true },
];

/** Of a token; more only in a run of spaces, which may be cut as well. */
const mostCharacters = 20;

function halvesOf(units: readonly string[]): string[] {
  const middle = units.length >> 1;
  if (middle === 0) return [units.join('')];
  return [units.slice(0, middle).join(''), units.slice(middle).join('')];
}

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
  const cut = cuts[level];
  // To count one long word takes the square of its length, and so much is too large in any case.
  const size =
    text.length > options.max * mostCharacters && cut !== undefined
      ? Infinity
      : await options.size(text);
  if (size <= options.max || cut === undefined) return [{ text, size }];
  const parts = cut.parts(text, options.language);
  if (parts.length < 2) return split(text, level + 1, options);
  const pieces: Piece[] = [];
  const next = cut.halves === true ? level : level + 1;
  for (const part of parts) pieces.push(...(await split(part, next, options)));
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
