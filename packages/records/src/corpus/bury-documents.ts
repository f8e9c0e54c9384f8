import { sql } from 'kysely';
import type { Trx } from './db.ts';
import { touchThreadsOf } from './touch-threads.ts';

/** Text goes at once; what stays is that the document was, and that it is gone. */
export async function buryDocuments(
  trx: Trx,
  keys: readonly string[],
  { withheld } = { withheld: false },
): Promise<void> {
  if (keys.length === 0) return;
  await touchThreadsOf(trx, keys);
  await sql`delete from corpus.passage where document_key = any(${keys}::uuid[])`.execute(trx);
  await sql`update corpus.document set deleted_at = now(), updated_at = now(), revision = revision + 1,
    withheld = ${withheld}::boolean, hash = case when ${withheld}::boolean then hash else '' end,
    document = document - 'text' - 'title' - 'original' - 'facts' - 'author' where document_key = any(${keys}::uuid[])`.execute(
    trx,
  );
}
