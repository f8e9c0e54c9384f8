import { generationName, type GenerationSpec } from '@personate/knowledge';
import { knowledgeStoresContract } from '@personate/knowledge/contract';
import type { Database } from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { PgvectorKnowledgeStores } from '../src/index.ts';

const forms = {
  'vectors in process': { dense: 'in-process' },
  'vectors in the database': { dense: 'database' },
  'written by this process alone': { alone: true },
} as const;

for (const [form, options] of Object.entries(forms)) {
  let database: Database;
  knowledgeStoresContract(
    `pgvector on PGlite, ${form}`,
    async () => {
      database = await openTestDatabase({ migrate: false });
      const { pool } = database;
      return {
        stores: new PgvectorKnowledgeStores({ pool, ...options }),
        // Who writes alone has neither strangers nor others that write.
        ...('alone' in options
          ? {}
          : {
              dropBehind: async (spec: GenerationSpec) => {
                await pool.query(`drop table knowledge.${generationName(spec)}`);
              },
              reopen: async () => new PgvectorKnowledgeStores({ pool, ...options }),
            }),
      };
    },
    () => database.close(),
  );
}
