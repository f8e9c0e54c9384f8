import { draftItemSchema, personaDocumentSchema, type PersonaDocument } from '@personate/contracts';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import type { CheckedPlace, DocumentTarget } from './places/place.ts';
import { redactTexts, textsOn } from './redact-texts.ts';
import { redactItems, redactPersona } from './redact-persona.ts';

const rowsAtATime = 20;
const hasSummary = sql<boolean>`items @> '[{"path": "persona.summary"}]'`;
const notesErased = 'What was noted on this draft went with an erased document.';

export const versionsPlace: CheckedPlace<DocumentTarget> = {
  tables: ['records.persona_version', 'records.persona_proposal'],
  erase: redactVersions,
  async left(db, { personaId, documentId, before }) {
    const old = sql<boolean>`created_at <= ${before}::timestamptz`;
    const rests = ({ document }: { document: unknown }) =>
      redactPersona(personaDocumentSchema.parse(document), documentId) !== null;
    const versions = await db
      .selectFrom('records.persona_version')
      .select('document')
      .where('persona_id', '=', personaId)
      .where(holds('document', documentId))
      .where(old)
      .execute();
    const proposals = await db
      .selectFrom('records.persona_proposal')
      .select(['document', 'items', 'notes'])
      .where('persona_id', '=', personaId)
      .where(old)
      .execute();
    const isLeft = (proposal: (typeof proposals)[number]): boolean =>
      rests(proposal) ||
      redactItems(draftItemSchema.array().parse(proposal.items), documentId) !== null ||
      ![toJson([]), toJson([notesErased])].includes(toJson(proposal.notes));
    return {
      versions: versions.filter(rests).length,
      proposals: proposals.filter(isLeft).length,
    };
  },
};

/** Takes what rests on a document out of every version and proposal of the persona. @returns how many of each. */
async function redactVersions(
  trx: Kysely<Schema>,
  { personaId, documentId }: { personaId: string; documentId: string },
): Promise<{ versions: number; proposals: number }> {
  const drafts = await trx
    .selectFrom('records.persona_proposal')
    .select(['proposal_id', 'document', 'items'])
    .where('persona_id', '=', personaId)
    .where((where) =>
      where.or([holds('document', documentId), holds('items', documentId), hasSummary]),
    )
    .execute();
  const proposed = drafts.map(({ items, ...draft }) => ({
    ...draft,
    items: draftItemSchema.array().parse(items),
  }));
  const texts = textsOn(documentId, proposed);
  const redact = (document: unknown): PersonaDocument | null => {
    const parsed = personaDocumentSchema.parse(document);
    const referred = redactPersona(parsed, documentId);
    return redactTexts(referred ?? parsed, texts) ?? referred;
  };
  await sql`SELECT set_config('personate.erasing', 'on', true)`.execute(trx);
  let versions = 0;
  for (let after = 0; ;) {
    const rows = await trx
      .selectFrom('records.persona_version')
      .select(['version', 'document'])
      .where('persona_id', '=', personaId)
      .where('version', '>', after)
      .where((where) => where.or([documentId, ...texts].map((text) => holds('document', text))))
      .orderBy('version')
      .limit(rowsAtATime)
      .execute();
    for (const { version, document } of rows) {
      const redacted = redact(document);
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
      where.or([
        holds('items', documentId),
        ...[documentId, ...texts].map((text) => holds('document', text)),
      ]),
    )
    .execute();
  for (const { proposal_id, document, items } of rows) {
    const redacted = redact(document);
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
  // What a model was refused is quoted there, and nothing says which document that was of.
  await sql`UPDATE records.persona_proposal SET notes = ${toJson([notesErased])}::jsonb
    WHERE persona_id = ${personaId} AND notes <> '[]'`.execute(trx);
  return { versions, proposals };
}

/** Whether a JSON column holds that text as a whole string. */
function holds(column: 'document' | 'items', text: string): RawBuilder<boolean> {
  return sql<boolean>`position(${JSON.stringify(text)} in ${sql.ref(column)}::text) > 0`;
}
