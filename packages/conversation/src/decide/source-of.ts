import type { RecalledPassage } from '@personate/knowledge';

/** Share of a line's content words that a passage must hold to be its source. */
const enough = 0.6;
/** Fewer are in many passages by chance. */
const fewest = 4;

type Analyse = { analyse: (text: string, language: string) => string[] };

/** Of these passages the one that says what the line says, in nearly its words; null where none does. */
export function sourceOf(
  deps: Analyse,
  line: string,
  language: string,
  passages: readonly RecalledPassage[],
): RecalledPassage | null {
  const words = new Set(deps.analyse(line, language));
  if (words.size < fewest) return null;
  const [best] = bySharedWords(
    deps,
    words,
    passages.filter(({ stance }) => stance !== 'to'),
  );
  return best !== undefined && best.shared / words.size >= enough ? best.passage : null;
}

/** Those first that hold most of the words, in title or text; in their order where they hold as many. */
export function bySharedWords(
  { analyse }: Analyse,
  words: ReadonlySet<string>,
  passages: readonly RecalledPassage[],
): Array<{ passage: RecalledPassage; shared: number }> {
  return passages
    .map((passage) => {
      const held = new Set(analyse(`${passage.title ?? ''} ${passage.text}`, passage.language));
      return { passage, shared: [...words].filter((word) => held.has(word)).length };
    })
    .toSorted((a, b) => b.shared - a.shared);
}
