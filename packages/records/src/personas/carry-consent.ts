import { personaDocumentSchema, type PersonaDocument } from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** The head's document, and whether it says anything else than the version before it but whom it is made of. */
export async function movedSince(
  trx: Kysely<Schema>,
  personaId: string,
  { base, head }: { base: number; head: number },
): Promise<{ document: PersonaDocument; moved: boolean }> {
  const row = await trx
    .selectFrom('records.persona_version as h')
    .innerJoin('records.persona_version as b', 'b.persona_id', 'h.persona_id')
    .select('h.document')
    .select(
      // Whoever put the same document there again has looked at it since.
      sql<boolean>`h.version <> b.version AND (
        h.document = b.document
        OR (h.document - 'subject' - 'consent') <> (b.document - 'subject' - 'consent')
      )`.as('moved'),
    )
    .where('h.persona_id', '=', personaId)
    .where('h.version', '=', head)
    .where('b.version', '=', base)
    .executeTakeFirstOrThrow();
  return { document: personaDocumentSchema.parse(row.document), moved: row.moved };
}

/** A draft does not say whom the persona is made of: what was stated since it was made holds. */
export function withConsentOf(current: PersonaDocument, draft: PersonaDocument): PersonaDocument {
  const { consent: _, ...rest } = draft;
  const { subject, consent } = current;
  return { ...rest, subject, ...(consent === undefined ? {} : { consent }) };
}
