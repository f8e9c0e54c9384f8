import type { Embedder } from '@personate/knowledge';
import type { TrainedTone } from '@personate/language';
import { embedUnits } from './embed-units.ts';

/** How much each text sounds like the persona, 0..1; those of a group by one head, which has read least of them. */
export async function scoreTexts(
  embedder: Pick<Embedder, 'embed'>,
  input: {
    trained: Pick<TrainedTone, 'unread'>;
    groups: ReadonlyArray<readonly string[]>;
    signal: AbortSignal;
  },
): Promise<number[][]> {
  const { trained, groups, signal } = input;
  // Whole, as a speaker scores what it is about to say.
  const texts = [...new Set(groups.flat())].map((text) => ({ text, group: text }));
  const pieces = await embedUnits(embedder, texts, signal);
  const ofText = new Map(pieces.map((piece) => [piece.text, piece]));
  return groups.map((group) =>
    trained.unread(group.map((text) => [ofText.get(text)].flatMap((piece) => piece ?? []))),
  );
}
