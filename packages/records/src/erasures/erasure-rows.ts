import { createHash, randomBytes } from 'node:crypto';
import { erasureSchema, type Erasure } from '@personate/contracts';
import type { Selectable } from 'kysely';
import type { Schema } from '../schema.ts';

/** What outlives the rows of a persona. */
export interface ErasurePlan {
  personaUid: string;
  generations: Array<{ generation: number; embeddingIdentity: string; dimensions: number }>;
  blobs: string[];
}

/** A receipt with what only the worker needs. */
export interface ErasureWork extends Erasure {
  userId: string | null;
  plan: ErasurePlan | null;
}

export function toErasure(row: Selectable<Schema['records.erasure']>): Erasure {
  return erasureSchema.parse({
    erasureId: row.erasure_id,
    scope: row.scope,
    personaId: row.persona_id,
    documentKey: row.document_key,
    digest: row.digest,
    salt: row.salt,
    status: row.status,
    removed: row.removed,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  });
}

export function toErasureWork(row: Selectable<Schema['records.erasure']>): ErasureWork {
  return { ...toErasure(row), userId: row.user_id, plan: row.plan as ErasurePlan | null };
}

export function digestOf(subject: string): { salt: string; digest: string } {
  const salt = randomBytes(16).toString('hex');
  return { salt, digest: createHash('sha256').update(salt).update(subject).digest('hex') };
}
