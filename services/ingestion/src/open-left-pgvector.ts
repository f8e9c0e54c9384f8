import type { KnowledgeStores } from '@personate/knowledge';
import { PgvectorKnowledgeStores, PostgresKnowledgeStores } from '@personate/knowledge-pgvector';
import type { Database, Repositories } from '@personate/records';

/** Where knowledge lay beside the records before it moved to a Qdrant: what is dropped there goes here too. */
export function openLeftPgvector(
  database: Pick<Database, 'kind' | 'pool'>,
  { statistics }: Pick<Repositories, 'statistics'>,
): Pick<KnowledgeStores, 'drop' | 'holds'> {
  const { kind, pool } = database;
  if (kind === 'embedded') return new PgvectorKnowledgeStores({ pool });
  const stores = new PostgresKnowledgeStores({ pool, statistics });
  return {
    async drop(spec, signal) {
      // Such a server need not have the vector extension, without which nothing can be made ready there.
      const { rows } = await pool.query<{ there: string | null }>(
        `select to_regclass('knowledge.generation_table')::text as there`,
      );
      if (rows[0]?.there != null) await stores.drop(spec, signal);
    },
    holds: (spec, signal) => stores.holds(spec, signal),
  };
}
