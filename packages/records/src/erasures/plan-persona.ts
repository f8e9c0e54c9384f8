import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import type { ErasurePlan } from './erasure-rows.ts';

/**
 * What has to be dropped beside the rows; kept, since the rows go. An ingestion that was under way at the first call may
 * have made more since: the next one adds it. null where there is no such persona, and never was.
 */
export async function planPersona(
  db: Kysely<Schema>,
  { erasureId, personaId }: { erasureId: string; personaId: string },
): Promise<ErasurePlan | null> {
  const erasure = await db
    .selectFrom('records.erasure')
    .select('plan')
    .where('erasure_id', '=', erasureId)
    .executeTakeFirst();
  const known = (erasure?.plan ?? null) as ErasurePlan | null;
  const { rows } = await sql<ErasurePlan>`
    SELECT uid AS "personaUid",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('generation', generation,
        'embeddingIdentity', embedding_identity, 'dimensions', dimensions)), '[]')
        FROM records.knowledge_generation WHERE persona_id = p.id) AS generations,
      (SELECT coalesce(jsonb_agg(blob_id), '[]') FROM records.ingestion_job
        WHERE persona_id = p.id AND blob_id IS NOT NULL) AS blobs
    FROM records.persona p WHERE id = ${personaId}`.execute(db);
  const found = rows[0];
  // Gone already; another one may have its id by now.
  if (found === undefined || (known !== null && known.personaUid !== found.personaUid))
    return known;
  const plan = known === null ? found : joined(known, found);
  await db
    .updateTable('records.erasure')
    .set({ plan: toJson(plan) })
    .where('erasure_id', '=', erasureId)
    .execute();
  return plan;
}

function joined(known: ErasurePlan, { generations, blobs }: ErasurePlan): ErasurePlan {
  const isNew = ({ generation }: { generation: number }) =>
    !known.generations.some((one) => one.generation === generation);
  return {
    ...known,
    generations: [...known.generations, ...generations.filter(isNew)],
    blobs: [...new Set([...known.blobs, ...blobs])],
  };
}
