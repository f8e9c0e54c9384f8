import type { Document, Passage } from '@personate/contracts';
import { sql, type Transaction } from 'kysely';
import type { Db } from './db.ts';
import { moveRevision, recordVersions } from './move-revision.ts';
import { touchThreadsOf } from './touch-threads.ts';

export type Outcome = 'added' | 'changed' | 'unchanged' | 'removed';

export interface DocumentWrite {
  document: Document;
  /** Absent when the document is as it was. */
  passages?: readonly Passage[];
  outcome: Outcome;
}

/** One attempt of one ingestion, and the cut of the passages that it writes. */
export interface WriteScope {
  ingestionId: string;
  attempt: number;
  passagesVersion: string;
}

/**
 * One transaction: the documents, their passages, the threads they touch, what became of them, and the knowledge
 * revision that names them.
 */
export async function writeDocuments(
  db: Db,
  scope: WriteScope,
  writes: readonly DocumentWrite[],
): Promise<void> {
  if (writes.length === 0) return;
  await db.transaction().execute(async (trx) => {
    await replaceDocuments(
      trx,
      scope,
      writes.filter((write) => write.passages !== undefined),
    );
    await noteOutcomes(trx, scope, writes);
  });
}

/** The documents with their passages, and the threads they leave and join. */
async function replaceDocuments(
  trx: Transaction<unknown>,
  scope: WriteScope,
  changed: readonly DocumentWrite[],
): Promise<void> {
  const personaId = changed[0]?.document.personaId;
  if (personaId === undefined) return;
  const { ingestionId } = scope;
  const revision = await moveRevision(trx, { personaId, cause: 'ingestion', ingestionId });
  const keys = changed.map(({ document }) => document.documentKey);
  const documents = changed.map(({ document }) => ({
    document_key: document.documentKey,
    persona_id: document.personaId,
    source_id: document.sourceId,
    external_id: document.externalId,
    hash: document.hash,
    document,
  }));
  // The thread that a changed document leaves is touched as well as the one it joins.
  await touchThreadsOf(trx, keys);
  await sql`
    insert into corpus.document (document_key, persona_id, source_id, external_id, hash, document, passages_version, ingestion_id)
    select document_key, persona_id, source_id, external_id, hash, document, ${scope.passagesVersion}, ${scope.ingestionId}::uuid
    from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb)
      as d(document_key uuid, persona_id text, source_id text, external_id text, hash text, document jsonb)
    on conflict (document_key) do update set
      hash = excluded.hash, document = excluded.document, passages_version = excluded.passages_version,
      ingestion_id = excluded.ingestion_id, deleted_at = null, withheld = false, updated_at = now(),
      revision = corpus.document.revision + 1`.execute(trx);
  await replacePassages(trx, changed);
  await touchThreadsOf(trx, keys);
  await recordVersions(trx, { personaId, revision }, keys);
}

async function noteOutcomes(
  trx: Transaction<unknown>,
  scope: WriteScope,
  writes: readonly DocumentWrite[],
): Promise<void> {
  const outcomes = writes.map(({ document, outcome }) => ({
    key: document.documentKey,
    outcome,
  }));
  await sql`
    insert into corpus.ingestion_document (ingestion_id, document_key, attempt, outcome)
    select ${scope.ingestionId}::uuid, key, ${scope.attempt}::int, outcome
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o(key uuid, outcome text)
    on conflict (ingestion_id, document_key) do update set attempt = excluded.attempt`.execute(trx);
}

/** Other passages of the same documents. */
export async function replacePassages(
  trx: Transaction<unknown>,
  writes: ReadonlyArray<Pick<DocumentWrite, 'document' | 'passages'>>,
): Promise<void> {
  const keys = writes.map(({ document }) => document.documentKey);
  await sql`delete from corpus.passage where document_key = any(${keys}::uuid[])`.execute(trx);
  const rows = writes.flatMap(({ document, passages }) =>
    (passages ?? []).map(({ before, after, ...passage }) => ({
      passage_id: passage.passageId,
      document_key: document.documentKey,
      persona_id: document.personaId,
      source_id: document.sourceId,
      thread: document.thread ?? null,
      at: document.at ?? null,
      external_id: document.externalId,
      ordinal: passage.ordinal,
      author: document.author?.name ?? null,
      passage,
      before,
      after,
    })),
  );
  await sql`
    insert into corpus.passage (passage_id, document_key, persona_id, source_id, thread, at, external_id, ordinal, author, passage, before, after)
    select passage_id, document_key, persona_id, source_id, thread, at, external_id, ordinal, author, passage,
      array(select jsonb_array_elements_text(before)::uuid), array(select jsonb_array_elements_text(after)::uuid)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(passage_id uuid, document_key uuid, persona_id text, source_id text,
      thread text, at timestamptz, external_id text, ordinal int, author text, passage jsonb, before jsonb, after jsonb)`.execute(
    trx,
  );
}
