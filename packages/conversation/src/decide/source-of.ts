import type { RecalledPassage } from '@personate/knowledge';

/** Share of a line's content words that a passage must hold to be its source. */
const enough = 0.6;
/** Fewer are in many passages by chance. */
const fewest = 4;

/** Of these passages the one that says what the line says, in nearly its words; null where none does. */
export function sourceOf(
  { analyse }: { analyse: (text: string, language: string) => string[] },
  line: string,
  language: string,
  passages: readonly RecalledPassage[],
): RecalledPassage | null {
  const words = new Set(analyse(line, language));
  if (words.size < fewest) return null;
  let best: { passage: RecalledPassage; share: number } | null = null;
  for (const passage of passages) {
    if (passage.stance === 'to') continue;
    const held = new Set(analyse(`${passage.title ?? ''} ${passage.text}`, passage.language));
    const share = [...words].filter((word) => held.has(word)).length / words.size;
    if (share >= enough && share > (best?.share ?? 0)) best = { passage, share };
  }
  return best?.passage ?? null;
}
