import { generationName } from '@personate/knowledge';
import { knowledgeStoresContract } from '@personate/knowledge/contract';
import { openDatabase, type Database } from '@personate/records';
import { PgvectorKnowledgeStores } from '../src/index.ts';

for (const dense of ['in-process', 'database'] as const) {
  let database: Database;
  knowledgeStoresContract(
    `pgvector on PGlite, vectors ${dense}`,
    async () => {
      database = await openDatabase({ kind: 'embedded', dataDir: 'memory', migrate: false });
      const { pool } = database;
      return {
        stores: new PgvectorKnowledgeStores({ pool, dense }),
        dropBehind: async (spec) => {
          await pool.query(`drop table knowledge.${generationName(spec)}`);
        },
        reopen: async () => new PgvectorKnowledgeStores({ pool, dense }),
      };
    },
    () => database.close(),
  );
}
