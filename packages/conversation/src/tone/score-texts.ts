import type { Embedder } from '@personate/knowledge';
import { toneUnits, type TrainedTone, type ToneUnit } from '@personate/language';
import { embedUnits } from './embed-units.ts';

/** How much each text sounds like the persona, 0..1; those of a group by one head, which has read least of them. */
export async function scoreTexts(
  embedder: Pick<Embedder, 'embed'>,
  input: {
    trained: Pick<TrainedTone, 'unread'>;
    groups: ReadonlyArray<readonly string[]>;
    language: string;
    signal: AbortSignal;
  },
): Promise<number[][]> {
  const { trained, groups, language, signal } = input;
  const texts = [...new Set(groups.flat())];
  const units = texts.flatMap((text) => unitsOf(text, language));
  const pieces = await embedUnits(embedder, units, signal);
  const ofText = new Map(texts.map((text) => [text, pieces.filter(({ group }) => group === text)]));
  return groups.map((group) => trained.unread(group.map((text) => ofText.get(text) ?? [])));
}

/** What is too short to be told apart is scored as it is. */
function unitsOf(text: string, language: string): ToneUnit[] {
  const units = toneUnits(text, text, language);
  return units.length > 0 ? units : [{ text, group: text }];
}
