import type { Embedder } from '@personate/knowledge';
import type { ToneText, ToneUnit } from '@personate/language';

const batch = 16;

/** In small batches, behind what somebody waits for. */
export async function embedUnits(
  embedder: Pick<Embedder, 'embed'>,
  units: readonly ToneUnit[],
  signal: AbortSignal,
): Promise<ToneText[]> {
  const embedded: ToneText[] = [];
  for (let from = 0; from < units.length; from += batch) {
    const some = units.slice(from, from + batch);
    const vectors = await embedder.embed(
      some.map(({ text }) => text),
      signal,
    );
    embedded.push(
      ...some.flatMap((unit, n) => {
        const vector = vectors[n];
        return vector === undefined ? [] : [{ ...unit, vector }];
      }),
    );
  }
  return embedded;
}
