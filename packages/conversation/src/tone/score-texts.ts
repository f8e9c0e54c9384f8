import type { Embedder } from '@personate/knowledge';
import { toneUnits, type TrainedTone, type ToneUnit } from '@personate/language';
import { embedUnits } from './embed-units.ts';

/** How much each text sounds like the persona, 0..1, by a head that has read least of it. */
export async function scoreTexts(
  embedder: Pick<Embedder, 'embed'>,
  input: {
    trained: Pick<TrainedTone, 'unread'>;
    texts: readonly string[];
    language: string;
    signal: AbortSignal;
  },
): Promise<number[]> {
  const { trained, texts, language, signal } = input;
  const units = texts.flatMap((text, n) => unitsOf(text, `${n}`, language));
  const pieces = await embedUnits(embedder, units, signal);
  return texts.map((_, n) => trained.unread(pieces.filter(({ group }) => group === `${n}`)));
}

/** What is too short to be told apart is scored as it is. */
function unitsOf(text: string, group: string, language: string): ToneUnit[] {
  const units = toneUnits(text, group, language);
  return units.length > 0 ? units : [{ text, group }];
}
