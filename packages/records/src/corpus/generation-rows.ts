import type { Generation } from '@personate/contracts';

export interface KnowledgeGeneration {
  personaId: string;
  /** Names tables and collections; never used again, even for a persona of the same id. */
  personaUid: string;
  generation: number;
  embeddingIdentity: string;
  dimensions: number;
  /** Terms of a mean passage, by which lengths are normalised; absent until it is frozen. */
  averageLength?: number;
}

export interface GenerationRow {
  persona_id: string;
  uid: string;
  generation: number;
  embedding_identity: string;
  dimensions: number;
  average_length: number | null;
  status: Generation['status'];
  purpose: Generation['purpose'];
  stopped: boolean;
  failures: number;
  error: Generation['error'];
  progress: Generation['progress'];
  created_at: Date;
  served_at: Date | null;
  retired_at: Date | null;
}

export function toSpec(row: GenerationRow): KnowledgeGeneration {
  return {
    personaId: row.persona_id,
    personaUid: row.uid,
    generation: row.generation,
    embeddingIdentity: row.embedding_identity,
    dimensions: row.dimensions,
    ...(row.average_length === null ? {} : { averageLength: row.average_length }),
  };
}

export function toGeneration(row: GenerationRow): Generation {
  return {
    personaId: row.persona_id,
    generation: row.generation,
    status: row.status,
    purpose: row.purpose,
    embeddingIdentity: row.embedding_identity,
    dimensions: row.dimensions,
    stopped: row.stopped,
    error: row.error,
    progress: row.progress,
    createdAt: row.created_at.toISOString(),
    servedAt: row.served_at?.toISOString() ?? null,
    retiredAt: row.retired_at?.toISOString() ?? null,
  };
}
