/** How the rows of a table are taken along. */
export interface MovedTable {
  /** SQL: rows for which it does not hold stay. */
  only?: string;
  /** Columns that begin anew where the rows come to. */
  without?: readonly string[];
}

/** What a move takes to another database. Exhaustive on purpose: a test fails for a table that is neither here nor below. */
export const movedTables: Readonly<Record<string, MovedTable>> = {
  'records.persona': {},
  'records.persona_version': {},
  'records.persona_file': {},
  'records.persona_proposal': {},
  'records.interview': {},
  'records.conversation': {},
  'records.turn': {},
  'records.turn_counter': {},
  'records.memory': {},
  'records.memory_counter': {},
  // The admin's is a setting of each installation.
  'records.api_key': { only: `key_id <> 'admin'` },
  'records.evolution_cursor': {},
  'records.evolution_run': {},
  'records.ingestion_job': {},
  // The stores stay behind: who serves is projected anew, what was given up needs no row, and no token reads there.
  'records.knowledge_generation': {
    only: `status in ('building', 'serving')`,
    without: ['url', 'collection', 'collection_epoch', 'read_token', 'read_token_expires_at'],
  },
  'records.training_run': {},
  'records.erasure': {},
  'corpus.document': {},
  'corpus.passage': {},
  'corpus.touched_thread': {},
  'corpus.ingestion_document': {},
  'corpus.seed_source': {},
  'corpus.embedding': {},
  'corpus.passage_embedding': {},
  'corpus.revision': {},
  'corpus.document_version': {},
  'corpus.common_set': {},
  'corpus.common_attachment': {},
};

/** What stays, and why. */
export const leftTables: Readonly<Record<string, string>> = {
  'records.lease': 'held by processes of there',
  'records.service_instance': 'says which processes of there run',
  'records.spent_login': 'of logins there, which are none here',
  'records.task': 'somebody of there waits for it',
  'records.move': 'each database has its own',
  'records.kysely_migration': 'each database has its own',
  'records.kysely_migration_lock': 'each database has its own',
  'corpus.projected': 'says what a store holds: the one that comes is filled anew',
  'serving.generation': 'counted again when the store is filled',
  'serving.term': 'as the generation',
  'serving.author': 'as the generation',
  'serving.passage_group': 'as the generation',
};
