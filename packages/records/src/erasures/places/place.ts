import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../../schema.ts';
import type { Counts } from '../add-counts.ts';

/**
 * Where words of what is erased stand in the records. Erasure and check go through the same places, so that the check
 * looks wherever the erasure does.
 */
export interface Place<Target> {
  readonly tables: readonly string[];
  /** In the erasure's transaction. @returns how much went, as the receipt tells it. */
  erase(trx: Transaction<Schema>, target: Target): Promise<Counts>;
}

export interface CheckedPlace<Target, Sought = Target> extends Place<Target> {
  /** How much is left of what stood there before the instant. */
  left(db: Kysely<Schema>, sought: Sought & { before: string }): Promise<Counts>;
}

export interface DocumentTarget {
  personaId: string;
  documentKey: string;
  /** As its source names it. */
  documentId: string;
}
