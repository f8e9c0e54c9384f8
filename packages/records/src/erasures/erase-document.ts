import { sql, type Kysely } from 'kysely';
import { buryDocuments } from '../corpus/bury-documents.ts';
import { moveRevision, recordVersions } from '../corpus/move-revision.ts';
import { pruneVectors } from '../corpus/prune-vectors.ts';
import { redactInterviews } from '../interviews/interview-repository.ts';
import type { Schema } from '../schema.ts';
import { addCounts, type Counts } from './add-counts.ts';
import { clearEvolutionSteps } from './clear-evolution-steps.ts';
import { clearTasks } from './clear-tasks.ts';
import { holdPersona } from './hold-persona.ts';
import { redactReports } from './redact-reports.ts';
import { redactTurns } from './redact-turns.ts';
import { redactVersions } from './redact-versions.ts';

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
    const { rows } = await sql<{ external_id: string; passages: number }>`
      select external_id, (select count(*)::int from corpus.passage p where p.document_key = d.document_key) as passages
      from corpus.document d
      where persona_id = ${personaId} and document_key = ${documentKey}::uuid
        and not (deleted_at is not null and withheld) for update`.execute(trx);
    const found = rows[0];
    if (found === undefined) return null;
    const move = { personaId, cause: 'removal', ingestionId: null } as const;
    const revision = await moveRevision(trx, move);
    await buryDocuments(trx, [documentKey], { withheld: true });
    await sql`update corpus.document set document = '{}' where document_key = ${documentKey}::uuid`.execute(
      trx,
    );
    await recordVersions(trx, { personaId, revision }, [documentKey]);
    const removed: Counts = {
      documents: 1,
      passages: found.passages,
      vectors: await pruneVectors(trx, personaId),
      turns: await redactTurns(trx, { personaId, documentKey }),
      ...(await redactVersions(trx, { personaId, documentId: found.external_id })),
      reports: await redactReports(trx, { personaId, documentKey }),
    };
    await redactInterviews(trx, { personaId, documentId: found.external_id });
    await clearEvolutionSteps(trx, personaId);
    await clearTasks(trx, personaId);
    await addCounts(trx, target.erasureId, removed);
    return revision;
  });
}
