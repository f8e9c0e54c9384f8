import {
  ExpectedError,
  personaMissing,
  type PersonaDocument,
  type PersonaVersion,
  type VersionOrigin,
} from '@personate/contracts';
import type { Kysely } from 'kysely';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import { toVersion } from './persona-rows.ts';

export interface NextVersion {
  document: PersonaDocument;
  origin: VersionOrigin;
  note: string;
  /** Turns that caused it. */
  causedBy?: readonly string[];
}

/**
 * Appends the next version and makes it the head. Must run in a transaction.
 * @param expectedHead null: whatever the head is.
 * @throws personaMissing; ExpectedError `persona.head-moved`, `persona.id-mismatch`.
 */
export async function appendVersion(
  trx: Kysely<Schema>,
  personaId: string,
  expectedHead: number | null,
  next: NextVersion,
): Promise<PersonaVersion> {
  if (next.document.id !== personaId) throw idMismatch(personaId, next.document.id);
  const head = await lockHead(trx, personaId);
  if (expectedHead !== null && head !== expectedHead)
    throw headMoved(personaId, expectedHead, head);
  const row = await trx
    .insertInto('records.persona_version')
    .values({
      persona_id: personaId,
      version: head + 1,
      parent: head,
      document: toJson(next.document),
      origin: next.origin,
      note: next.note,
      caused_by: [...(next.causedBy ?? [])],
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('records.persona')
    .set({ head_version: head + 1, name: next.document.name })
    .where('id', '=', personaId)
    .execute();
  return toVersion(row);
}

/** The head's number; nobody else moves it until the transaction ends. */
export async function lockHead(trx: Kysely<Schema>, personaId: string): Promise<number> {
  const persona = await trx
    .selectFrom('records.persona')
    .select('head_version')
    .where('id', '=', personaId)
    .forUpdate()
    .executeTakeFirst();
  if (!persona) throw personaMissing(personaId);
  return persona.head_version;
}

export function headMoved(personaId: string, expected: number, head: number): ExpectedError {
  return new ExpectedError(
    'conflict',
    'persona.head-moved',
    `Persona "${personaId}" is at version ${head} by now, not at ${expected}.`,
    { fix: 'Read the newest version, apply the change to it, and send it again.' },
  );
}

function idMismatch(personaId: string, documentId: string): ExpectedError {
  return new ExpectedError(
    'invalid',
    'persona.id-mismatch',
    `The document is of "${documentId}", not of "${personaId}".`,
    { fix: `Set its id to "${personaId}"; a persona's id never changes.`, param: 'id' },
  );
}
