import { createHash } from 'node:crypto';
import type { PooledDocument } from '../told/sentence-pool.ts';
import { spread } from '../spread.ts';
import type { SectionName } from './model-draft.ts';

export interface Excerpt {
  /** As the model cites it, from 1. */
  n: number;
  documentId: string;
  stance: 'by' | 'about';
  day: string | undefined;
  text: string;
}

export const mostExcerpts = 18;
const mostCharacters = 380;

/** Traits and voice come from the persona's own words alone. */
const ownOnly: ReadonlySet<SectionName> = new Set(['traits', 'voice']);
/** What a text that tells of it looks like; the rest are a sample. */
const telling: Partial<Record<SectionName, RegExp>> = {
  goals:
    /\b(?:want|hope|plan|wish|aim|goal|dream|would like|'d like|intend|promise|one day|will (?:never|always))\w*\b/iu,
  skills:
    /\b(?:learn|learned|learnt|taught|teach|train|studied|play|build|made|repair|mend|design|practi[sc]e|speak|years of)\w*\b/iu,
  life: /\b(?:born|grew up|moved|married|died|school|college|worked|started|left|founded|joined|retired|years?|(?:1[5-9]|20)\d\d)\b/iu,
};

/** A few short pieces of text that bear on a section, spread over the whole; the same for the same documents. */
export function chooseExcerpts(
  documents: readonly PooledDocument[],
  section: SectionName,
  most = mostExcerpts,
): Excerpt[] {
  const usable = documents
    .filter(({ stance }) => stance === 'by' || !ownOnly.has(section))
    .filter(({ text }) => text.length >= 40);
  const pattern = telling[section];
  const bearing = pattern === undefined ? usable : usable.filter(({ text }) => pattern.test(text));
  const pool = bearing.length >= mostExcerpts / 2 ? bearing : usable;
  // Each section sees another sample of the rest, so that together they have seen more.
  const mixed = pool
    .map((document) => ({ document, key: hash(`${section} ${document.documentId}`) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, 4 * mostExcerpts)
    .map(({ document }) => document)
    .toSorted((a, b) =>
      `${a.day ?? '~'} ${a.documentId}` < `${b.day ?? '~'} ${b.documentId}` ? -1 : 1,
    );
  return spread(mixed, most).map(({ documentId, stance, day, text }, place) => ({
    n: place + 1,
    documentId,
    stance,
    day,
    text: cut(text, pattern),
  }));
}

/** Its beginning, or from the sentence before what tells. */
function cut(text: string, pattern: RegExp | undefined): string {
  if (text.length <= mostCharacters) return text;
  const at = pattern === undefined ? 0 : text.search(pattern);
  const from = at <= mostCharacters / 2 ? 0 : text.lastIndexOf('. ', at - 40) + 2;
  const piece = text.slice(from < 2 ? 0 : from).slice(0, mostCharacters);
  return `${piece.slice(0, Math.max(mostCharacters / 2, piece.lastIndexOf(' ')))} …`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
