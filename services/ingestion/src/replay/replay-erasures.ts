import type { Erasure } from '@personate/contracts';
import type { Repositories } from '@personate/records';
import { readLedger } from './read-ledger.ts';

export interface ReplayErasuresDeps {
  erasures: Pick<Repositories['erasures'], 'replay' | 'unfinished'>;
  erase: (input: { erasureId: string; signal: AbortSignal }) => Promise<Erasure>;
}

export interface Replayed {
  /** Erasures in the ledger that was given. */
  entries: number;
  /** Erased again, or to the end. */
  erased: number;
}

/**
 * Erases again, in records that were restored, what a later ledger says was erased; and what these had not ended. The
 * same ledger twice, or one that overlaps, does no harm.
 * @param lines JSON, an entry each.
 * @throws ExpectedError `erasure.ledger-invalid`, and what erasing throws: nothing is to be served then.
 */
export async function replayErasures(
  { erasures, erase }: ReplayErasuresDeps,
  { lines, signal }: { lines: AsyncIterable<string>; signal: AbortSignal },
): Promise<Replayed> {
  let entries = 0;
  for await (const entry of readLedger(lines)) {
    if (!('erasure_id' in entry)) continue;
    entries += 1;
    await erasures.replay(entry);
  }
  let erased = 0;
  for (const erasureId of await erasures.unfinished()) {
    await erase({ erasureId, signal });
    erased += 1;
  }
  return { entries, erased };
}
