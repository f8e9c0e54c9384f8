import type { Passage } from '@personate/contracts';
import { authorWords } from '../embedding/remove-names.ts';
import type { DocumentTally } from '../generation-statistics.ts';
import { passageTerms } from '../lexical/passage-terms.ts';
import { passageStatistics } from './passage-statistics.ts';

/** Counts what a document's passages add to the statistics of a generation. */
export function tallyDocument(passages: readonly Passage[]): DocumentTally {
  const terms = new Map<string, number>();
  const authors = new Map<string, number>();
  const groups = new Map<string, DocumentTally['groups'][number]>();
  let length = 0;
  for (const passage of passages) {
    const held = passageTerms(passage);
    length += held.length;
    for (const term of new Set(held)) terms.set(term, (terms.get(term) ?? 0) + 1);
    const { kind, sourceId, author } = passage;
    if (author !== undefined) authors.set(author.name, (authors.get(author.name) ?? 0) + 1);
    const key = `${kind}\0${sourceId}`;
    const group = groups.get(key) ?? { kind, sourceId, passages: 0 };
    group.passages += 1;
    groups.set(key, group);
  }
  const { firstAt, lastAt } = passageStatistics(passages);
  return {
    passages: passages.length,
    length,
    terms: Object.fromEntries(terms),
    authors: [...authors].map(([name, count]) => ({
      name,
      words: [...authorWords(name)],
      passages: count,
    })),
    groups: [...groups.values()],
    firstAt,
    lastAt,
  };
}
