export type { BlobStore, StoredBlob } from './blobs/blob-store.ts';
export { FolderBlobStore, isBlobId, uploadMissing } from './blobs/folder-blob-store.ts';
export { CommonSetRepository, type CommonContent } from './common/common-set-repository.ts';
export * from './corpus/index.ts';
export { lockDataDir, type DataDirLock } from './embedded/lock-data-dir.ts';
export { ErasureRepository, type ErasureTarget } from './erasures/erasure-repository.ts';
export type { ErasurePlan, ErasureWork } from './erasures/erasure-rows.ts';
export type { EvolutionCommit } from './evolution/commit-evolution.ts';
export { EvolutionRepository } from './evolution/evolution-repository.ts';
export { InstanceRepository, type ServiceInstance } from './instances/instance-repository.ts';
export { IngestionRepository } from './ingestions/ingestion-repository.ts';
export { InterviewRepository } from './interviews/interview-repository.ts';
export type { IngestionRecord } from './ingestions/ingestion-rows.ts';
export {
  isDatabaseAway,
  isDatabaseReadOnly,
  isDatabaseSlow,
  isDatabaseTrouble,
} from './is-database-away.ts';
export { KeyRepository } from './keys/key-repository.ts';
export { LeaseRepository, type Lease } from './lease-repository.ts';
export { MemoryRepository } from './memories/memory-repository.ts';
export { migrateDatabase, missingMigrations } from './migrate-database.ts';
export { moverName, type MoveEnds } from './moving/begin-move.ts';
export {
  countMovable,
  moveRecords,
  type MovedRecords,
  type MoveRecordsInput,
} from './moving/move-records.ts';
export { openMoveSource } from './moving/open-move-source.ts';
export { openMoveTarget, requireMovableInto } from './moving/open-move-target.ts';
export { openDatabase, type Database, type DatabaseOptions } from './open-database.ts';
export { openRepositories, type Repositories } from './open-repositories.ts';
export type { NextVersion } from './personas/append-version.ts';
export type { MergeProposal, NextProposal } from './personas/persona-proposals.ts';
export { PersonaFileRepository, type PersonaFile } from './personas/persona-file-repository.ts';
export type { RestoredVersion, RestoreInput } from './personas/restore-persona.ts';
export { PersonaRepository } from './personas/persona-repository.ts';
export type { Schema } from './schema.ts';
export { ensureRoles, type RolesInput } from './roles/ensure-roles.ts';
export type { Service } from './roles/privileges.ts';
export type { DocumentTally } from './serving/document-tally.ts';
export { ReadGrantRepository } from './serving/read-grant-repository.ts';
export { StorePlaceRepository } from './serving/store-place-repository.ts';
export { StatisticsRepository } from './serving/statistics-repository.ts';
export { type OnStatement, type StatementKind } from './tell-statements.ts';
export { TaskRepository, type TakenTask, type TaskState } from './tasks/task-repository.ts';
export { storableText, toJson } from './to-json.ts';
export { TrainingRunRepository } from './training/training-run-repository.ts';
export type { RunError, RunFiles, RunWork, Saved } from './training/training-run-rows.ts';
export { TurnRepository } from './turns/turn-repository.ts';
