import { emptyCounts, type KnowledgeStatistics } from '@personate/contracts';
import { sql } from 'kysely';
import type { Db } from '../corpus/db.ts';

interface Generation {
  personaUid: string;
  generation: number;
}

/** What is counted of a generation, as ingestion keeps it in the schema `serving`; to be read only. */
export class StatisticsRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** In how many passages each term stands; a term in none is absent. */
  async terms(
    { personaUid, generation }: Generation,
    terms: readonly string[],
    signal: AbortSignal,
  ): Promise<{ passages: number; averageLength: number; frequency: Map<string, number> }> {
    signal.throwIfAborted();
    const { rows } = await sql<{
      passages: number;
      length: string;
      frequency: Record<string, number> | null;
    }>`
      select g.passages, g.length::text as length,
        (select jsonb_object_agg(t.term, t.passages) from serving.term t
         where t.serving_id = g.serving_id and t.term = any(${[...terms]}::text[])) as frequency
      from serving.generation g
      where g.persona_uid = ${personaUid}::uuid and g.generation = ${generation}::int`.execute(
      this.#db,
    );
    signal.throwIfAborted();
    const passages = rows[0]?.passages ?? 0;
    return {
      passages,
      averageLength: passages === 0 ? 0 : Number(rows[0]?.length) / passages,
      frequency: new Map(Object.entries(rows[0]?.frequency ?? {})),
    };
  }

  /** Names of which one of the words (lower case) is a part, those with most passages first, at most 20. */
  async authors(
    { personaUid, generation }: Generation,
    words: readonly string[],
    signal: AbortSignal,
  ): Promise<string[]> {
    signal.throwIfAborted();
    const { rows } = await sql<{ name: string }>`
      select a.name from serving.generation g join serving.author a using (serving_id)
      where g.persona_uid = ${personaUid}::uuid and g.generation = ${generation}::int
        and a.word = any(${[...words]}::text[])
      group by a.name order by max(a.passages) desc, a.name limit 20`.execute(this.#db);
    signal.throwIfAborted();
    return rows.map(({ name }) => name);
  }

  async statistics(
    { personaUid, generation }: Generation,
    signal: AbortSignal,
  ): Promise<KnowledgeStatistics> {
    signal.throwIfAborted();
    const { rows } = await sql<{
      documents: number;
      passages: number;
      first_at: Date | null;
      last_at: Date | null;
      groups: Array<{ kind: string; source_id: string; passages: number }> | null;
    }>`
      select g.documents, g.passages, g.first_at, g.last_at,
        (select jsonb_agg(jsonb_build_object('kind', p.kind, 'source_id', p.source_id, 'passages', p.passages))
         from serving.passage_group p where p.serving_id = g.serving_id) as groups
      from serving.generation g
      where g.persona_uid = ${personaUid}::uuid and g.generation = ${generation}::int`.execute(
      this.#db,
    );
    signal.throwIfAborted();
    const byKind = emptyCounts();
    const bySource = emptyCounts();
    for (const { kind, source_id: source, passages } of rows[0]?.groups ?? []) {
      byKind[kind] = (byKind[kind] ?? 0) + passages;
      bySource[source] = (bySource[source] ?? 0) + passages;
    }
    return {
      documents: rows[0]?.documents ?? 0,
      passages: rows[0]?.passages ?? 0,
      byKind,
      bySource,
      firstAt: rows[0]?.first_at?.toISOString() ?? null,
      lastAt: rows[0]?.last_at?.toISOString() ?? null,
    };
  }
}
