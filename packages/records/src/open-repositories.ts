import type { Kysely } from 'kysely';
import { CommonSetRepository } from './common/common-set-repository.ts';
import { CorpusRepository } from './corpus/corpus-repository.ts';
import { EmbeddingRepository } from './corpus/embedding-repository.ts';
import { GenerationRepository } from './corpus/generation-repository.ts';
import { ProjectionRepository } from './corpus/projection-repository.ts';
import { RevisionRepository } from './corpus/revision-repository.ts';
import { SeedSourceRepository } from './corpus/seed-source-repository.ts';
import { ErasureRepository } from './erasures/erasure-repository.ts';
import { EvolutionRepository } from './evolution/evolution-repository.ts';
import { IngestionRepository } from './ingestions/ingestion-repository.ts';
import { InstanceRepository } from './instances/instance-repository.ts';
import { InterviewRepository } from './interviews/interview-repository.ts';
import { KeyRepository } from './keys/key-repository.ts';
import { LeaseRepository } from './lease-repository.ts';
import { MemoryRepository } from './memories/memory-repository.ts';
import { PersonaFileRepository } from './personas/persona-file-repository.ts';
import { PersonaRepository } from './personas/persona-repository.ts';
import type { Schema } from './schema.ts';
import { ReadGrantRepository } from './serving/read-grant-repository.ts';
import { StatisticsRepository } from './serving/statistics-repository.ts';
import { StorePlaceRepository } from './serving/store-place-repository.ts';
import { TaskRepository } from './tasks/task-repository.ts';
import { TrainingRunRepository } from './training/training-run-repository.ts';
import { TurnRepository } from './turns/turn-repository.ts';

export type Repositories = ReturnType<typeof openRepositories>;

/** One of each over one database; a service picks what it needs. */
export function openRepositories(db: Kysely<Schema>) {
  return {
    personas: new PersonaRepository(db),
    personaFiles: new PersonaFileRepository(db),
    turns: new TurnRepository(db),
    memories: new MemoryRepository(db),
    evolution: new EvolutionRepository(db),
    leases: new LeaseRepository(db),
    interviews: new InterviewRepository(db),
    keys: new KeyRepository(db),
    ingestions: new IngestionRepository(db),
    common: new CommonSetRepository(db),
    corpus: new CorpusRepository(db),
    projection: new ProjectionRepository(db),
    embeddings: new EmbeddingRepository(db),
    generations: new GenerationRepository(db),
    revisions: new RevisionRepository(db),
    erasures: new ErasureRepository(db),
    grants: new ReadGrantRepository(db),
    statistics: new StatisticsRepository(db),
    places: new StorePlaceRepository(db),
    seedSources: new SeedSourceRepository(db),
    tasks: new TaskRepository(db),
    trainingRuns: new TrainingRunRepository(db),
    instances: new InstanceRepository(db),
  };
}
