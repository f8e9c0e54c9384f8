import { sql } from 'kysely';
import { pruneVectors } from '../../corpus/prune-vectors.ts';
import type { CheckedPlace, DocumentTarget } from './place.ts';

/** Cached vectors: those that no passage rests on any more. */
export const vectorsPlace: CheckedPlace<DocumentTarget> = {
  tables: ['corpus.embedding', 'corpus.passage_embedding'],
  erase: async (trx, { personaId }) => ({ vectors: await pruneVectors(trx, personaId) }),
  /** None while an ingestion runs: it keeps vectors before it says which passages they are of. */
  async left(db, { personaId }) {
    const { rows } = await sql<{ vectors: number }>`
      SELECT count(*)::int AS vectors FROM corpus.embedding e
      WHERE e.persona_id = ${personaId}
        AND NOT EXISTS (SELECT 1 FROM corpus.passage_embedding r WHERE r.persona_id = e.persona_id
          AND r.identity = e.identity AND r.text_hash = e.text_hash)
        AND NOT EXISTS (SELECT 1 FROM records.lease WHERE name = ${`ingest:${personaId}`}
          AND owner IS NOT NULL AND expires_at > clock_timestamp())`.execute(db);
    return { vectors: rows[0]?.vectors ?? 0 };
  },
};
