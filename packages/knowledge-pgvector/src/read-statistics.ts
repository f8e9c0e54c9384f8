import { emptyCounts, type KnowledgeStatistics } from '@personate/contracts';
import { rowsOf, type SqlPool } from './sql-pool.ts';

export async function readStatistics(
  pool: SqlPool,
  name: string,
  signal: AbortSignal,
): Promise<KnowledgeStatistics> {
  const groups = await rowsOf<{ kind: string; source: string; passages: number }>(
    pool,
    signal,
    `select body->>'kind' as kind, body->>'sourceId' as source, count(*)::int as passages
     from knowledge.${name} group by 1, 2`,
  );
  const [totals] = await rowsOf<{ documents: number; first_at: Date | null; last_at: Date | null }>(
    pool,
    signal,
    `select count(distinct document_key)::int as documents, min(at) as first_at, max(at) as last_at
     from knowledge.${name}`,
  );
  const byKind = emptyCounts();
  const bySource = emptyCounts();
  for (const { kind, source, passages } of groups) {
    byKind[kind] = (byKind[kind] ?? 0) + passages;
    bySource[source] = (bySource[source] ?? 0) + passages;
  }
  return {
    documents: totals?.documents ?? 0,
    passages: groups.reduce((sum, group) => sum + group.passages, 0),
    byKind,
    bySource,
    firstAt: totals?.first_at?.toISOString() ?? null,
    lastAt: totals?.last_at?.toISOString() ?? null,
  };
}
