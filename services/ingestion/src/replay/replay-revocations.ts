import type { Repositories } from '@personate/records';
import { readLedger } from './read-ledger.ts';

export interface ReplayRevocationsDeps {
  keys: Pick<Repositories['keys'], 'revokeAgain'>;
  personas: Pick<Repositories['personas'], 'withdrawConsentAgain'>;
}

export interface Revoked {
  /** Keys that were valid in what was restored. */
  keys: number;
  /** Consents that were given in it. */
  consents: number;
}

/**
 * Revokes again, in records that were restored, the keys that a later ledger says were revoked, and withdraws the consents
 * that were withdrawn. What was given again after that ledger is withdrawn too: the safe one of two mistakes.
 * @throws ExpectedError `erasure.ledger-invalid`: nothing is to be served then.
 */
export async function replayRevocations(
  { keys, personas }: ReplayRevocationsDeps,
  { lines }: { lines: AsyncIterable<string> },
): Promise<Revoked> {
  const revoked: Revoked = { keys: 0, consents: 0 };
  for await (const entry of readLedger(lines)) {
    if ('revoked_key' in entry && (await keys.revokeAgain(entry))) revoked.keys += 1;
    if ('withdrawn_persona' in entry && (await personas.withdrawConsentAgain(entry)))
      revoked.consents += 1;
  }
  return revoked;
}
