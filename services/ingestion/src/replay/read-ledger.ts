import { ExpectedError, ledgerLineSchema, type LedgerLine } from '@personate/contracts';

/**
 * The entries of a ledger that `scripts/backup` wrote, of several one after the other.
 * @param lines JSON, an entry each.
 * @throws ExpectedError `erasure.ledger-invalid`: nothing is to be served then.
 */
export async function* readLedger(lines: AsyncIterable<string>): AsyncGenerator<LedgerLine> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== '') yield entryOf(line, number);
  }
}

function entryOf(line: string, number: number): LedgerLine {
  try {
    return ledgerLineSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new ExpectedError(
      'invalid',
      'erasure.ledger-invalid',
      `Line ${number} of the ledger is not an entry of one.`,
      { fix: 'Give the file `erasures.jsonl` as scripts/backup wrote it, whole.', cause },
    );
  }
}
