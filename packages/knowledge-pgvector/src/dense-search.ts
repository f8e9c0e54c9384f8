import type { CandidateQuery } from '@personate/knowledge';
import { knownBy } from './known-by.ts';
import { rowsOf, transaction, type SqlPool } from './sql-pool.ts';
import { vectorText } from './vector-format.ts';

/** Ids of the nearest passages that may be seen, by the table's own index or scan. */
export async function denseSearch(input: {
  pool: SqlPool;
  name: string;
  query: CandidateQuery & { vector: Float32Array };
  signal: AbortSignal;
}): Promise<string[]> {
  const { pool, name, query, signal } = input;
  return transaction(pool, signal, async (client) => {
    // Without it a filter that lets few through leaves the graph's first neighbours and nothing else.
    await client.query(`set local hnsw.iterative_scan = 'strict_order'`);
    const rows = await rowsOf<{ passage_id: string }>(
      client,
      signal,
      `select passage_id from knowledge.${name}
       where audience && $2::text[] and ${knownBy('$3')}
       order by embedding <=> $1::vector limit $4`,
      [vectorText(query.vector), [...query.audience], query.asOf ?? null, query.limit],
    );
    return rows.map((row) => row.passage_id);
  });
}
