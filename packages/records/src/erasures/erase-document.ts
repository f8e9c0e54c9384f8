import { sql, type Kysely } from 'kysely';
import { moveRevision, recordVersions } from '../corpus/move-revision.ts';
import type { Schema } from '../schema.ts';
import { addCounts, type Counts } from './add-counts.ts';
import { holdPersona } from './hold-persona.ts';
import { documentPlaces } from './places/document-places.ts';

/**
 * Everything of a document that stands in the records, in one transaction; its passages leave the stores with the next
 * projection. The tombstone keeps its id and hash, so that the same document does not come back.
 * @returns the knowledge revision without it; null when the persona has no such document, or it was erased before.
 */
export async function eraseDocument(
  db: Kysely<Schema>,
  target: { erasureId: string; personaId: string; documentKey: string },
): Promise<number | null> {
  const { personaId, documentKey } = target;
  return db.transaction().execute(async (trx) => {
    await holdPersona(trx, personaId);
    const { rows } = await sql<{ external_id: string }>`
      select external_id from corpus.document
      where persona_id = ${personaId} and document_key = ${documentKey}::uuid
        and not (deleted_at is not null and withheld) for update`.execute(trx);
    const found = rows[0];
    if (found === undefined) return null;
    const document = { personaId, documentKey, documentId: found.external_id };
    const move = { personaId, cause: 'removal', ingestionId: null } as const;
    const revision = await moveRevision(trx, move);
    const removed: Counts = {};
    for (const place of documentPlaces) Object.assign(removed, await place.erase(trx, document));
    await recordVersions(trx, { personaId, revision }, [documentKey]);
    await addCounts(trx, target.erasureId, removed);
    return revision;
  });
}
