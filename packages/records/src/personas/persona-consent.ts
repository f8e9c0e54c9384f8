import {
  consentState,
  ExpectedError,
  personaDocumentSchema,
  personaMissing,
  type Consent,
  type ConsentWithdrawal,
  type NewConsent,
  type PersonaDocument,
  type PersonaVersion,
  type StoppedPersona,
} from '@personate/contracts';
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { appendVersion, lockHead } from './append-version.ts';

/** @throws personaMissing */
export async function readConsent(db: Kysely<Schema>, personaId: string): Promise<Consent> {
  const row = await db
    .selectFrom('records.persona as p')
    .innerJoin('records.persona_version as v', (join) =>
      join.onRef('v.persona_id', '=', 'p.id').onRef('v.version', '=', 'p.head_version'),
    )
    .select(['v.document', 'p.consent_withdrawn_at', 'p.consent_withdrawn_note'])
    .where('p.id', '=', personaId)
    .executeTakeFirst();
  if (!row) throw personaMissing(personaId);
  const { subject, consent } = row.document as Pick<PersonaDocument, 'subject' | 'consent'>;
  const { consent_withdrawn_at: withdrawnAt, consent_withdrawn_note: note } = row;
  return {
    personaId,
    subject: subject.kind,
    state: consentState({ subject, consent }, withdrawnAt !== null),
    ...consent,
    ...(withdrawnAt === null ? {} : { withdrawnAt: withdrawnAt.toISOString() }),
    ...(note === null ? {} : { withdrawnNote: note }),
  };
}

/** One that was withdrawn before stays as it was: the first date counts. @throws personaMissing */
export async function withdrawConsent(
  db: Kysely<Schema>,
  personaId: string,
  { by, note }: { by: string; note?: string | undefined },
): Promise<void> {
  const row = await db
    .updateTable('records.persona')
    .set({
      consent_withdrawn_at: sql`coalesce(consent_withdrawn_at, now())`,
      consent_withdrawn_by: sql`coalesce(consent_withdrawn_by, ${by})`,
      consent_withdrawn_note: sql`coalesce(consent_withdrawn_note, ${note ?? null})`,
    })
    .where('id', '=', personaId)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw personaMissing(personaId);
}

/**
 * After a restore: withdrawn as it was then. Another persona of that id is not the one. False when there is none, or it
 * is withdrawn already.
 */
export async function withdrawConsentAgain(
  db: Kysely<Schema>,
  entry: ConsentWithdrawal,
): Promise<boolean> {
  const row = await db
    .updateTable('records.persona')
    .set({ consent_withdrawn_at: entry.withdrawn_at, consent_withdrawn_by: entry.withdrawn_by })
    .where('id', '=', entry.withdrawn_persona)
    .where('uid', '=', entry.persona_uid)
    .where('consent_withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * States whom the persona is made of and on what ground, as a version, and lifts a withdrawal. Must run in a transaction.
 * @throws personaMissing; ExpectedError `persona.consent-incomplete`.
 */
export async function giveConsent(
  trx: Kysely<Schema>,
  personaId: string,
  given: NewConsent,
): Promise<PersonaVersion> {
  const head = await lockHead(trx, personaId);
  const row = await trx
    .selectFrom('records.persona as p')
    .innerJoin('records.persona_version as v', (join) =>
      join.onRef('v.persona_id', '=', 'p.id').onRef('v.version', '=', 'p.head_version'),
    )
    .select(['v.document', 'p.consent_withdrawn_at'])
    .where('p.id', '=', personaId)
    .executeTakeFirstOrThrow();
  const current = personaDocumentSchema.parse(row.document);
  const { subject = current.subject.kind, basis, evidence } = given;
  const document: PersonaDocument = {
    ...current,
    // A note on another kind of subject would be untrue now.
    subject: subject === current.subject.kind ? current.subject : { kind: subject },
    consent: { basis, ...(evidence === undefined ? {} : { evidence }) },
  };
  if (consentState(document, false) === 'missing') throw incomplete(personaId);
  const withdrawnAt = row.consent_withdrawn_at;
  const version = await appendVersion(trx, personaId, head, {
    document,
    origin: 'operator',
    note:
      withdrawnAt === null
        ? 'Consent was stated.'
        : `Consent was given again; it had been withdrawn on ${withdrawnAt.toISOString().slice(0, 10)}.`,
  });
  await trx
    .updateTable('records.persona')
    .set({
      consent_withdrawn_at: null,
      consent_withdrawn_by: null,
      consent_withdrawn_note: null,
    })
    .where('id', '=', personaId)
    .execute();
  return version;
}

/** Those of them whose consent is withdrawn. */
export async function amongWithdrawn(
  db: Kysely<Schema>,
  personaIds: readonly string[],
): Promise<string[]> {
  if (personaIds.length === 0) return [];
  const rows = await db
    .selectFrom('records.persona')
    .select('id')
    .where('id', 'in', [...personaIds])
    .where('consent_withdrawn_at', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of them that answer nobody any more: consent was withdrawn, or they are erased, or about to be. */
export async function amongStopped(
  db: Kysely<Schema>,
  personaIds: readonly string[],
): Promise<StoppedPersona[]> {
  if (personaIds.length === 0) return [];
  const rows = await db
    .selectFrom('records.persona')
    .select(['id', 'status', 'consent_withdrawn_at'])
    .where('id', 'in', [...personaIds])
    .execute();
  const there = new Map(rows.map((row) => [row.id, row]));
  return personaIds.flatMap((personaId): StoppedPersona[] => {
    const row = there.get(personaId);
    if (row?.status !== 'active') return [{ personaId, why: 'gone' }];
    return row.consent_withdrawn_at === null ? [] : [{ personaId, why: 'withdrawn' }];
  });
}

function incomplete(personaId: string): ExpectedError {
  return new ExpectedError(
    'invalid',
    'persona.consent-incomplete',
    `Consent to the persona "${personaId}" of a real person needs its evidence too.`,
    {
      fix: 'Say where it is written down that the person agreed: a signed form, a message with its date.',
      param: 'evidence',
    },
  );
}
