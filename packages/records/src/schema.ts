import type { ColumnType, Generated } from 'kysely';

type Time = ColumnType<Date, Date | string | undefined, Date | string>;
type OptionalTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** int8: a string from the database. */
type Big = ColumnType<string, number | string | undefined, number | string>;
/** Parsed on the way out, text (see `toJson`) on the way in. */
type Json = ColumnType<unknown, string, string>;
type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;

export interface PersonaTable {
  id: string;
  uid: Generated<string>;
  name: string;
  head_version: number;
  status: Generated<'active' | 'archived'>;
  knowledge_revision: Big;
  serving_generation: number | null;
  seed_hash: string | null;
  consent_withdrawn_at: OptionalTime;
  consent_withdrawn_by: ColumnType<string | null, string | null | undefined, string | null>;
  consent_withdrawn_note: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: Time;
}

export interface PersonaVersionTable {
  persona_id: string;
  version: number;
  parent: number | null;
  document: Json;
  origin: string;
  note: string;
  caused_by: string[];
  created_at: Time;
}

export interface PersonaProposalTable {
  proposal_id: string;
  persona_id: string;
  base_version: number;
  document: Json;
  origin: string;
  note: string;
  caused_by: string[];
  items: ColumnType<unknown, string | undefined, string>;
  notes: ColumnType<unknown, string | undefined, string>;
  status: Generated<'open' | 'accepted' | 'dismissed' | 'superseded'>;
  created_at: Time;
  decided_at: OptionalTime;
}

export interface InterviewTable {
  interview_id: string;
  persona_id: string;
  role: 'subject' | 'expert';
  respondent: string;
  audience: string[];
  status: Generated<'open' | 'stopped' | 'finished'>;
  questions: Json;
  ingestion_id: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: Time;
  updated_at: Time;
}

export interface PersonaFileTable {
  persona_id: string;
  name: string;
  media_type: string;
  bytes: Uint8Array;
  created_at: Time;
}

export interface ConversationTable {
  conversation_id: string;
  persona_id: string;
  key_id: string;
  user_id: string | null;
  title: string;
  created_at: Time;
  last_at: Time;
}

export interface TurnCounterTable {
  persona_id: string;
  sequence: Big;
}

export interface TurnTable {
  turn_id: string;
  conversation_id: string;
  persona_id: string;
  sequence: Big;
  user_id: string | null;
  question: string;
  answer: string;
  status: 'complete' | 'aborted' | 'failed' | 'replaced';
  extension: Json;
  evidence: Json;
  replaces: string | null;
  history_digest: string;
  created_at: Time;
}

export interface MemoryTable {
  memory_id: string;
  persona_id: string;
  user_id: string;
  text: string;
  quote: string;
  kind: string;
  slot: string | null;
  trust: string;
  status: 'active' | 'replaced' | 'quarantined' | 'deleted';
  replaced_by: string | null;
  source_turn_id: string;
  created_at: Time;
}

export interface MemoryCounterTable {
  persona_id: string;
  user_id: string;
  revision: Big;
}

export interface ApiKeyTable {
  key_id: string;
  name: string;
  digest: Buffer;
  scopes: string[];
  personas: string[] | null;
  vouches_for_user: boolean;
  inline_citations: boolean;
  audience: string[];
  created_at: Time;
  revoked_at: OptionalTime;
}

/** Used tokens and ended logins of the console. */
export interface SpentLoginTable {
  digest: Buffer;
  ends_at: Time;
}

export interface LeaseTable {
  name: string;
  owner: string | null;
  token: Big;
  expires_at: Time;
}

export interface EvolutionCursorTable {
  persona_id: string;
  sequence: Big;
  updated_at: Time;
}

export interface EvolutionRunTable {
  run_id: string;
  persona_id: string;
  from_sequence: Big;
  to_sequence: Big;
  /** The persona's head when it began; null in one that was begun before this was kept. */
  base_version: number | null;
  status: Generated<'started' | 'done' | 'abandoned'>;
  steps: ColumnType<Record<string, unknown>, string | undefined, string>;
  created_at: Time;
  finished_at: OptionalTime;
}

export interface IngestionJobTable {
  ingestion_id: string;
  persona_id: string;
  number: Generated<string>;
  status: Generated<'queued' | 'running' | 'done' | 'failed' | 'cancelled'>;
  attempt: Generated<number>;
  excused: Generated<number>;
  options: Json;
  file_name: string;
  blob_id: string | null;
  path: string | null;
  sha256: ColumnType<string | null, string | null | undefined, never>;
  common_set: ColumnType<string | null, string | null | undefined, never>;
  progress: Json;
  report: OptionalJson;
  error: OptionalJson;
  cancel_requested: Generated<boolean>;
  embedded: Generated<number>;
  created_at: Time;
  started_at: OptionalTime;
  finished_at: OptionalTime;
}

export interface KnowledgeGenerationTable {
  persona_id: string;
  generation: number;
  embedding_identity: string;
  dimensions: number;
  status: 'building' | 'serving' | 'retired' | 'dropping' | 'dropped';
  purpose: Generated<'first' | 'migrate' | 'rebuild'>;
  stopped: Generated<boolean>;
  failures: Generated<number>;
  error: OptionalJson;
  progress: ColumnType<unknown, string | undefined, string>;
  served_at: OptionalTime;
  retired_at: OptionalTime;
  url: string | null;
  average_length: number | null;
  store: Generated<string>;
  collection: string | null;
  collection_epoch: string | null;
  read_token: string | null;
  read_token_expires_at: OptionalTime;
  created_at: Time;
}

export interface TaskTable {
  task_id: Generated<string>;
  number: ColumnType<string, never, never>;
  kind: string;
  persona_id: string | null;
  input: Json;
  status: Generated<'waiting' | 'running' | 'done' | 'failed' | 'cancelled'>;
  attempt: Generated<number>;
  ends_at: Time;
  held_until: OptionalTime;
  output: OptionalJson;
  error: OptionalJson;
  /** A `traceparent`. */
  trace: ColumnType<string | null, string | null | undefined, never>;
  created_at: Time;
}

export interface ServiceInstanceTable {
  instance_id: string;
  service: string;
  version: string;
  started_at: Time;
  seen_at: Time;
  clock_ahead_ms: number;
}

export interface ErasureTable {
  erasure_id: string;
  number: ColumnType<string, never, never>;
  scope: 'document' | 'persona' | 'user';
  persona_id: string | null;
  document_key: string | null;
  user_id: string | null;
  salt: string;
  digest: string;
  plan: OptionalJson;
  removed: ColumnType<Record<string, number>, string | undefined, string>;
  status: Generated<'open' | 'done'>;
  requested_by: string;
  requested_at: Time;
  finished_at: OptionalTime;
}

export interface TrainingRunTable {
  run_id: string;
  persona_id: string;
  status: Generated<'queued' | 'running' | 'done' | 'failed' | 'cancelled'>;
  base_model: string;
  audience: Generated<string[]>;
  held_out_share: number;
  cancel_requested: Generated<boolean>;
  sent: OptionalJson;
  document_keys: Generated<string[]>;
  files: ColumnType<unknown, string | undefined, string>;
  job_id: ColumnType<string | null, string | null | undefined, string | null>;
  progress: ColumnType<string | null, string | null | undefined, string | null>;
  tuned_model: ColumnType<string | null, string | null | undefined, string | null>;
  error: OptionalJson;
  serving: Generated<boolean>;
  marked_at: OptionalTime;
  marked_why: ColumnType<string | null, string | null | undefined, string | null>;
  attempt: Generated<number>;
  due_at: Time;
  requested_by: string;
  created_at: Time;
  started_at: OptionalTime;
  finished_at: OptionalTime;
}

export interface MoveTable {
  move_id: string;
  direction: 'out' | 'in';
  begun_at: Time;
  progress: ColumnType<unknown, string | undefined, string>;
  finished_at: OptionalTime;
}

/** Tables by their full name; another part's tables are added by extending it. */
export interface Schema {
  'records.persona': PersonaTable;
  'records.persona_version': PersonaVersionTable;
  'records.persona_proposal': PersonaProposalTable;
  'records.interview': InterviewTable;
  'records.persona_file': PersonaFileTable;
  'records.conversation': ConversationTable;
  'records.turn_counter': TurnCounterTable;
  'records.turn': TurnTable;
  'records.memory': MemoryTable;
  'records.memory_counter': MemoryCounterTable;
  'records.api_key': ApiKeyTable;
  'records.spent_login': SpentLoginTable;
  'records.lease': LeaseTable;
  'records.evolution_cursor': EvolutionCursorTable;
  'records.evolution_run': EvolutionRunTable;
  'records.ingestion_job': IngestionJobTable;
  'records.knowledge_generation': KnowledgeGenerationTable;
  'records.task': TaskTable;
  'records.service_instance': ServiceInstanceTable;
  'records.erasure': ErasureTable;
  'records.training_run': TrainingRunTable;
  'records.move': MoveTable;
}
