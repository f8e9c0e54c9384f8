import { ExpectedError, erasureLedgerEntrySchema, type Erasure } from '@personate/contracts';
import type { Repositories } from '@personate/records';

export interface ReplayErasuresDeps {
  erasures: Pick<Repositories['erasures'], 'replay' | 'unfinished'>;
  erase: (input: { erasureId: string; signal: AbortSignal }) => Promise<Erasure>;
}

export interface Replayed {
  /** Entries of the ledger that was given. */
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
  for await (const line of lines) {
    if (line.trim() === '') continue;
    entries += 1;
    await erasures.replay(entryOf(line, entries));
  }
  let erased = 0;
  for (const erasureId of await erasures.unfinished()) {
    await erase({ erasureId, signal });
    erased += 1;
  }
  return { entries, erased };
}

function entryOf(line: string, number: number) {
  try {
    return erasureLedgerEntrySchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new ExpectedError(
      'invalid',
      'erasure.ledger-invalid',
      `Line ${number} of the ledger is not an entry of one.`,
      { fix: 'Give the file `erasures.jsonl` as scripts/backup wrote it, whole.', cause },
    );
  }
}
