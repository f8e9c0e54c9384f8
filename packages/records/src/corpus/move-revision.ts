import { personaMissing } from '@personate/contracts';
import { sql } from 'kysely';
import type { Trx } from './db.ts';

export interface RevisionMove {
  personaId: string;
  cause: 'ingestion' | 'removal';
  /** The job that changed it, if one did. */
  ingestionId: string | null;
}

/**
 * The next knowledge revision, in the transaction that holds what it stands for: after any kill, a revision names
 * exactly what was committed with it. Call it before the first write to the corpus, so that writers meet on the
 * persona's row and not on its documents.
 */
export async function moveRevision(
  trx: Trx,
  { personaId, cause, ingestionId }: RevisionMove,
): Promise<number> {
  const { rows } = await sql<{ revision: string }>`
    with moved as (
      update records.persona set knowledge_revision = knowledge_revision + 1
      where id = ${personaId} returning id, knowledge_revision)
    insert into corpus.revision (persona_id, revision, cause, ingestion_id)
    select id, knowledge_revision, ${cause}, ${ingestionId}::uuid from moved returning revision`.execute(
    trx,
  );
  const moved = rows[0];
  if (moved === undefined) throw personaMissing(personaId);
  return Number(moved.revision);
}

/** Ends what the documents were and begins what they are now; those that are gone only end. */
export async function recordVersions(
  trx: Trx,
  at: { personaId: string; revision: number },
  keys: readonly string[],
): Promise<void> {
  await sql`update corpus.document_version set to_revision = ${at.revision}::bigint
    where persona_id = ${at.personaId} and document_key = any(${keys}::uuid[]) and to_revision is null`.execute(
    trx,
  );
  await sql`
    insert into corpus.document_version (persona_id, document_key, from_revision, hash, passages_version, ingestion_id)
    select persona_id, document_key, ${at.revision}::bigint, hash, passages_version, ingestion_id
    from corpus.document where document_key = any(${keys}::uuid[]) and deleted_at is null`.execute(
    trx,
  );
}
