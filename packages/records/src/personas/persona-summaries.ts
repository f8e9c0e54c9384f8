import { consentState, type PersonaDocument, type PersonaSummary } from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';

/** @param personaId null: all of them, by id. */
export async function readPersonaSummaries(
  db: Kysely<Schema>,
  personaId: string | null,
): Promise<PersonaSummary[]> {
  const rows = await db
    .selectFrom('records.persona as p')
    .innerJoin('records.persona_version as v', (join) =>
      join.onRef('v.persona_id', '=', 'p.id').onRef('v.version', '=', 'p.head_version'),
    )
    .select([
      'p.id',
      'p.name',
      'p.status',
      'p.head_version',
      'p.knowledge_revision',
      'p.created_at',
      'p.consent_withdrawn_at',
    ])
    .select([
      sql<PersonaDocument['subject']>`v.document -> 'subject'`.as('subject'),
      sql<PersonaDocument['consent'] | null>`v.document -> 'consent'`.as('consent'),
      sql<string | null>`v.document #>> '{persona,summary}'`.as('summary'),
    ])
    .select((eb) =>
      eb
        .selectFrom('records.persona_proposal as o')
        .select((inner) => inner.fn.countAll<string>().as('n'))
        .whereRef('o.persona_id', '=', 'p.id')
        .where('o.status', '=', 'open')
        .as('open_proposals'),
    )
    .$if(personaId !== null, (query) => query.where('p.id', '=', personaId ?? ''))
    .orderBy('p.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    subject: row.subject.kind,
    consent: consentState(
      { subject: row.subject, consent: row.consent ?? undefined },
      row.consent_withdrawn_at !== null,
    ),
    summary: row.summary ?? '',
    status: row.status,
    headVersion: row.head_version,
    knowledgeRevision: Number(row.knowledge_revision),
    openProposals: Number(row.open_proposals),
    createdAt: row.created_at.toISOString(),
  }));
}
