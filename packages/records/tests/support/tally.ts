import type { DocumentTally } from '../../src/index.ts';

/** The tally of a document whose passages are these texts. */
export function tallyOf(
  texts: readonly string[],
  about: { author?: string; sourceId?: string; at?: string } = {},
): DocumentTally {
  const terms: Record<string, number> = {};
  const words = texts.map((text) => text.split(' '));
  for (const term of words.flatMap((held) => [...new Set(held)]))
    terms[term] = (terms[term] ?? 0) + 1;
  const passages = texts.length;
  const { author, sourceId = 's', at = null } = about;
  return {
    passages,
    length: words.flat().length,
    terms,
    authors:
      author === undefined || passages === 0
        ? []
        : [{ name: author, words: author.toLowerCase().split(' '), passages }],
    groups: passages === 0 ? [] : [{ kind: 'social', sourceId, passages }],
    firstAt: passages === 0 ? null : at,
    lastAt: passages === 0 ? null : at,
  };
}
