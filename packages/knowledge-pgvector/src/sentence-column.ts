import type { CandidateQuery } from '@personate/knowledge';
import { SqlFailure } from './sql-failure.ts';
import { rowsOf, type SqlQueryable } from './sql-pool.ts';

/** Stored as it is: what is packed already does not shrink, and is not to be unpacked to be read. */
const add = (name: string): string[] => [
  `alter table knowledge.${name} add column if not exists sentences bytea`,
  `alter table knowledge.${name} alter column sentences set storage external`,
];

/** A table of before has no such column; asking for it twice would lock the table for nothing. */
export async function addSentenceColumn(
  on: SqlQueryable,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const there = await rowsOf(
    on,
    signal,
    `select 1 from pg_attribute where attrelid = to_regclass($1) and attname = 'sentences'`,
    [`knowledge.${name}`],
  );
  if (there.length > 0) return;
  for (const statement of add(name)) await rowsOf(on, signal, statement);
}

/** @param visible SQL: what the asker may see, by $2 (their groups) and $3 (the latest instant that may be known) */
export async function readSentences(
  on: SqlQueryable,
  input: {
    name: string;
    ids: readonly string[];
    query: Pick<CandidateQuery, 'audience' | 'asOf'>;
    visible: string;
    signal: AbortSignal;
  },
): Promise<Map<string, Uint8Array>> {
  const { name, ids, query, visible, signal } = input;
  try {
    const rows = await rowsOf<{ passage_id: string; sentences: Uint8Array }>(
      on,
      signal,
      `select passage_id, sentences from knowledge.${name}
       where passage_id = any($1::uuid[]) and sentences is not null and ${visible}`,
      [[...ids], [...query.audience], query.asOf ?? null],
    );
    return new Map(rows.map((row) => [row.passage_id, row.sentences]));
  } catch (error) {
    // Made before sentences were kept, and not written since.
    if (error instanceof SqlFailure && error.failure === 'changed') return new Map();
    throw error;
  }
}

/** As the database takes many of them at once: base64, to be decoded there. */
export const sentenceTexts = (
  passages: ReadonlyArray<{ sentences?: Uint8Array }>,
): Array<string | null> =>
  passages.map(({ sentences }) =>
    sentences === undefined ? null : Buffer.from(sentences).toString('base64'),
  );
