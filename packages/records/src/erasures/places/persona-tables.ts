import { sql, type Kysely } from 'kysely';
import type { Schema } from '../../schema.ts';
import type { Counts } from '../add-counts.ts';

/** Everything that names its persona, by what a receipt calls it; it goes with the persona's row. */
export const personaTables = {
  documents: 'corpus.document',
  passages: 'corpus.passage',
  vectors: 'corpus.embedding',
  passageVectors: 'corpus.passage_embedding',
  projections: 'corpus.projected',
  threads: 'corpus.touched_thread',
  seedSources: 'corpus.seed_source',
  revisions: 'corpus.revision',
  documentVersions: 'corpus.document_version',
  attachments: 'corpus.common_attachment',
  versions: 'records.persona_version',
  proposals: 'records.persona_proposal',
  files: 'records.persona_file',
  interviews: 'records.interview',
  turns: 'records.turn',
  turnCounters: 'records.turn_counter',
  conversations: 'records.conversation',
  memories: 'records.memory',
  counters: 'records.memory_counter',
  cursors: 'records.evolution_cursor',
  runs: 'records.evolution_run',
  ingestions: 'records.ingestion_job',
  tasks: 'records.task',
  trainingRuns: 'records.training_run',
  generations: 'records.knowledge_generation',
} as const;

/** Those that name it through another of its rows. */
export const tablesBelow: Readonly<Record<string, string>> = {
  'corpus.ingestion_document': 'records.ingestion_job',
  'serving.generation': 'records.persona',
  'serving.term': 'serving.generation',
  'serving.author': 'serving.generation',
  'serving.passage_group': 'serving.generation',
};

export async function countRows(db: Kysely<Schema>, personaId: string): Promise<Counts> {
  const counts: Counts = {};
  for (const [name, table] of Object.entries(personaTables)) {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE persona_id = ${personaId}`.execute(
      db,
    );
    counts[name] = rows[0]?.n ?? 0;
  }
  return counts;
}
