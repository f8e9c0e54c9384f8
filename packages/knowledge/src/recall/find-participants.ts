import { nameParts } from '../embedding/remove-names.ts';
import { analyse } from '../lexical/analyse.ts';
import type { KnowledgeReader, TermStatistics } from '../knowledge-store.ts';
import type { Understood } from './understand-question.ts';

export interface Participants {
  /** Authors whom the question names, as the passages have them. */
  authors: string[];
  /** Names that say nothing here since they are everywhere: the persona's own, and those of who speaks most. */
  everywhere: string[];
  /** Words of all those names, in lower case. */
  words: Set<string>;
}

/** A name in more passages than this tells no passage from another. */
const everywhereAbove = 0.03;

/** Whom of those who speak in this knowledge the question names. */
export async function findParticipants(
  store: KnowledgeReader,
  understood: Understood,
  input: { selfNames: readonly string[]; statistics: TermStatistics; signal: AbortSignal },
): Promise<Participants> {
  const { selfNames, statistics } = input;
  const authors = await store.authors(understood.words, input.signal);
  const share = (name: string): number => {
    const frequencies = nameParts(name)
      .flatMap((part) => analyse(part, understood.language))
      .map((term) => statistics.frequency.get(term) ?? 0);
    return Math.max(0, ...frequencies) / Math.max(1, statistics.passages);
  };
  return {
    authors,
    everywhere: [...selfNames, ...authors.filter((name) => share(name) > everywhereAbove)],
    words: new Set([...selfNames, ...authors].flatMap(nameParts).map((part) => part.toLowerCase())),
  };
}
