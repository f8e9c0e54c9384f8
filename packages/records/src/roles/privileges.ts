/** The processes of a cluster that have a role of their own in the database. */
export const services = ['gateway', 'ingestion', 'evolution'] as const;
export type Service = (typeof services)[number];

/** Select, insert, update, delete. */
type Rights = '' | 's' | 'si' | 'sid' | 'siu' | 'siud';

/**
 * What each service may do with each table of the records. Exhaustive on purpose: a test fails when a table is not
 * decided here. Nobody but ingestion reads documents, and it alone erases, whatever it is; who evolves reads no key.
 */
export const recordRights = {
  persona: { gateway: 'siu', ingestion: 'siud', evolution: 's' },
  persona_version: { gateway: 'si', ingestion: 'siud', evolution: 'si' },
  persona_file: { gateway: 'siud', ingestion: 'siud', evolution: '' },
  persona_proposal: { gateway: 'siu', ingestion: 'siud', evolution: 'siu' },
  // With answers: whoever may ingest gives and reads them.
  interview: { gateway: 'siu', ingestion: 'siud', evolution: '' },
  conversation: { gateway: 'siud', ingestion: 'siud', evolution: 's' },
  turn: { gateway: 'siud', ingestion: 'siud', evolution: 's' },
  turn_counter: { gateway: 'siu', ingestion: 'siud', evolution: 's' },
  memory: { gateway: 'siu', ingestion: 'siud', evolution: 'siu' },
  memory_counter: { gateway: 'siu', ingestion: 'siud', evolution: 'siu' },
  api_key: { gateway: 'siu', ingestion: 's', evolution: '' },
  spent_login: { gateway: 'sid', ingestion: '', evolution: '' },
  lease: { gateway: '', ingestion: 'siud', evolution: 'siud' },
  evolution_cursor: { gateway: '', ingestion: 'siud', evolution: 'siu' },
  evolution_run: { gateway: 's', ingestion: 'siud', evolution: 'siu' },
  ingestion_job: { gateway: 's', ingestion: 'siud', evolution: '' },
  // With the tokens by which a gateway reads: ingestion writes them.
  knowledge_generation: { gateway: 'siu', ingestion: 'siud', evolution: '' },
  service_instance: { gateway: 'siud', ingestion: 'siud', evolution: 'siud' },
  task: { gateway: 'siud', ingestion: 'siud', evolution: '' },
  training_run: { gateway: 's', ingestion: 'siud', evolution: '' },
  erasure: { gateway: 's', ingestion: 'siud', evolution: '' },
  // Whether what came in from another installation is whole.
  move: { gateway: 's', ingestion: 's', evolution: 's' },
  // Whether the schema is the one that the process knows.
  kysely_migration: { gateway: 's', ingestion: 's', evolution: 's' },
  kysely_migration_lock: { gateway: '', ingestion: '', evolution: '' },
} as const satisfies Record<string, Record<Service, Rights>>;

/**
 * What a service writes of a table without having the whole row: it asks for an ingestion or an erasure and never says
 * what became of it, moves a persona's head and never its consent, takes a persona from a key and never makes one.
 */
export const columnRights: ReadonlyArray<{
  service: Service;
  table: keyof typeof recordRights;
  may: 'insert' | 'update';
  columns: readonly string[];
}> = [
  {
    service: 'gateway',
    table: 'ingestion_job',
    may: 'insert',
    // `path` for gateways of before, which name it: a trigger refuses any but null.
    columns: ['ingestion_id', 'persona_id', 'options', 'file_name', 'blob_id', 'path', 'common_set', 'sha256', 'progress'], // prettier-ignore
  },
  {
    service: 'gateway',
    table: 'ingestion_job',
    may: 'update',
    columns: ['cancel_requested', 'status', 'finished_at'],
  },
  {
    service: 'gateway',
    table: 'erasure',
    may: 'insert',
    columns: ['erasure_id', 'scope', 'persona_id', 'document_key', 'user_id', 'salt', 'digest', 'requested_by'], // prettier-ignore
  },
  // Who may ask for one, or stop it, never says what was sent and what came of it.
  {
    service: 'gateway',
    table: 'training_run',
    may: 'insert',
    columns: ['run_id', 'persona_id', 'base_model', 'audience', 'held_out_share', 'requested_by'],
  },
  {
    service: 'gateway',
    table: 'training_run',
    may: 'update',
    columns: ['cancel_requested', 'due_at', 'serving'],
  },
  { service: 'ingestion', table: 'api_key', may: 'update', columns: ['personas'] },
  { service: 'evolution', table: 'persona', may: 'update', columns: ['head_version', 'name'] },
];

/**
 * What the gateway may do beside the documents: know that they were, when, and by what hash; and keep which common sets
 * there are, and who has them. No text, title or author of a document.
 */
export const corpusMetadata = {
  revision: 'select',
  document_version: 'select',
  document: 'select (document_key, persona_id, source_id, external_id, withheld, deleted_at)',
  common_set: 'select, insert, update, delete',
  common_attachment: 'select, insert, update, delete',
} as const;

const words: Readonly<Record<string, string>> = {
  s: 'select',
  i: 'insert',
  u: 'update',
  d: 'delete',
};

export const spelledOut = (rights: Rights): string =>
  Array.from(rights, (letter) => words[letter] ?? '').join(', ');
