import type { Kysely, Transaction } from 'kysely';

/** Kysely's schema type does not matter here: every statement is written out. */
// oxlint-disable-next-line typescript/no-explicit-any -- Kysely<T> is invariant; these statements name no table type.
export type Db = Kysely<any>;
// oxlint-disable-next-line typescript/no-explicit-any -- as above.
export type Trx = Transaction<any>;
