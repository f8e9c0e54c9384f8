import { sql, type Kysely } from 'kysely';
import { buryDocuments } from '../../corpus/bury-documents.ts';
import type { Schema } from '../../schema.ts';
import type { CheckedPlace, DocumentTarget } from './place.ts';

/**
 * The document and its passages. What stores and their statistics hold of it goes with the next projection: one that is
 * behind the tombstone still has it.
 */
export const documentPlace: CheckedPlace<DocumentTarget> = {
  tables: [
    'corpus.document',
    'corpus.passage',
    'corpus.projected',
    'serving.term',
    'serving.author',
    'serving.passage_group',
  ],
  async erase(trx, { documentKey }) {
    const passages = await passagesOf(trx, documentKey);
    await buryDocuments(trx, [documentKey], { withheld: true });
    await sql`update corpus.document set document = '{}' where document_key = ${documentKey}::uuid`.execute(
      trx,
    );
    return { documents: 1, passages };
  },
  async left(db, { documentKey, before }) {
    const { rows } = await sql<{ documents: number; passages: number; projections: number }>`
      SELECT
        (SELECT count(*)::int FROM corpus.document WHERE document_key = ${documentKey}::uuid
          AND updated_at <= ${before}::timestamptz AND document <> '{}') AS documents,
        (SELECT count(*)::int FROM corpus.passage p JOIN corpus.document d USING (document_key)
          WHERE document_key = ${documentKey}::uuid AND d.updated_at <= ${before}::timestamptz) AS passages,
        (SELECT count(*)::int FROM corpus.projected p JOIN corpus.document d USING (document_key)
          WHERE document_key = ${documentKey}::uuid AND d.updated_at <= ${before}::timestamptz
            AND p.revision <> d.revision) AS projections`.execute(db);
    return { ...rows[0] };
  },
};

async function passagesOf(trx: Kysely<Schema>, documentKey: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM corpus.passage
    WHERE document_key = ${documentKey}::uuid`.execute(trx);
  return rows[0]?.n ?? 0;
}
