import { draftItemSchema, personaDocumentSchema } from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import { redactItems, redactPersona } from './redact-persona.ts';

const rowsAtATime = 20;

/** Takes what rests on a document out of every version and proposal of the persona. @returns how many of each. */
export async function redactVersions(
  trx: Kysely<Schema>,
  { personaId, documentId }: { personaId: string; documentId: string },
): Promise<{ versions: number; proposals: number }> {
  const named = sql<boolean>`position(${JSON.stringify(documentId)} in document::text) > 0`;
  await sql`SELECT set_config('personate.erasing', 'on', true)`.execute(trx);
  let versions = 0;
  for (let after = 0; ;) {
    const rows = await trx
      .selectFrom('records.persona_version')
      .select(['version', 'document'])
      .where('persona_id', '=', personaId)
      .where('version', '>', after)
      .where(named)
      .orderBy('version')
      .limit(rowsAtATime)
      .execute();
    for (const { version, document } of rows) {
      const redacted = redactPersona(personaDocumentSchema.parse(document), documentId);
      if (redacted === null) continue;
      await trx
        .updateTable('records.persona_version')
        .set({ document: toJson(redacted) })
        .where('persona_id', '=', personaId)
        .where('version', '=', version)
        .execute();
      versions += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.version;
  }
  await sql`SELECT set_config('personate.erasing', 'off', true)`.execute(trx);
  let proposals = 0;
  const rows = await trx
    .selectFrom('records.persona_proposal')
    .select(['proposal_id', 'document', 'items'])
    .where('persona_id', '=', personaId)
    .where((where) =>
      where.or([named, sql<boolean>`position(${JSON.stringify(documentId)} in items::text) > 0`]),
    )
    .execute();
  for (const { proposal_id, document, items } of rows) {
    const redacted = redactPersona(personaDocumentSchema.parse(document), documentId);
    const kept = redactItems(draftItemSchema.array().parse(items), documentId);
    if (redacted === null && kept === null) continue;
    await trx
      .updateTable('records.persona_proposal')
      .set({
        ...(redacted === null ? {} : { document: toJson(redacted) }),
        ...(kept === null ? {} : { items: toJson(kept) }),
      })
      .where('proposal_id', '=', proposal_id)
      .execute();
    proposals += 1;
  }
  return { versions, proposals };
}
