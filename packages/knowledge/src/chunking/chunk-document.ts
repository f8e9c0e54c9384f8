import type { Document } from '@personate/contracts';
import { sectionsOf, type Section } from './sections.ts';
import { splitText } from './split-text.ts';

/** Changes whenever the same document would give other chunks: part of a passage's fingerprint. */
export const chunkerVersion = 2;

export interface ChunkOptions {
  /** Tokens of a text by the embedder, its two special ones included. */
  countTokens: (text: string) => number | Promise<number>;
  /** Most tokens of a chunk; leaves room in the embedder's window. */
  maxTokens?: number;
}

export interface Chunk {
  /** Place in the document, from 0. */
  ordinal: number;
  /** Never empty, never with white space at its ends. */
  text: string;
  /** The headings it stands under, outermost first; their lines are not in `text`. */
  headings: string[];
}

const specialTokens = 2;
/** What has no spaces counts as one unknown token however long it is; no passage is longer than this a token. */
const charactersPerToken = 8;

/**
 * Cuts a document into pieces small enough to embed: a post, message or entry that fits stays whole; a long
 * text is cut at its headings, paragraphs, sentences, at last words. Every character that is not white space
 * is in exactly one chunk's text, but for heading lines, which are in `headings` (or in the title). The further
 * pieces of a career entry have its first line as a heading.
 */
export async function chunkDocument(
  document: Pick<Document, 'text' | 'title' | 'kind' | 'language'>,
  { countTokens, maxTokens = 240 }: ChunkOptions,
): Promise<Chunk[]> {
  const max = maxTokens - specialTokens;
  const size = async (text: string): Promise<number> => {
    const atLeast = Math.ceil(text.length / charactersPerToken);
    if (atLeast > max) return atLeast;
    return Math.max(atLeast, (await countTokens(text)) - specialTokens);
  };
  const divided = document.kind === 'social' ? [] : sectionsOf(document.text);
  // In a post or an entry a line that begins with "# " is no heading; a note on one's work has several.
  const isWhole =
    document.kind === 'social' || (document.kind === 'career' && headed(divided) < fewestHeaded);
  const sections = isWhole ? [{ headings: [], text: document.text }] : divided;
  const chunks: Chunk[] = [];
  for (const section of sections) {
    const target = Math.round(max * 0.7);
    const pieces = await splitText(section.text, {
      size,
      max,
      target,
      language: document.language,
    });
    const headings = section.headings.filter((heading) => heading !== document.title);
    for (const piece of pieces) {
      const text = piece.trim();
      if (text !== '') chunks.push({ ordinal: chunks.length, text, headings });
    }
  }
  return document.kind === 'career' && isWhole ? underOpening(chunks) : chunks;
}

/** Of a career note that is cut at its headings, the sections that stand under one. */
const fewestHeaded = 2;
const headed = (sections: readonly Section[]): number =>
  sections.filter(({ headings }) => headings.length > 0).length;

/** A longer line tells more than whose, what and when. */
const openingAtMost = 240;

/** Of an entry too long for one piece, each further piece stands under its first line: employer, role and dates. */
function underOpening(chunks: Chunk[]): Chunk[] {
  const opening = chunks[0]?.text.split('\n', 1)[0] ?? '';
  if (opening.length > openingAtMost) return chunks;
  return chunks.map((chunk) =>
    chunk.ordinal === 0 ? chunk : { ...chunk, headings: [opening, ...chunk.headings] },
  );
}
