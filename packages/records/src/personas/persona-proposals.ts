import { randomUUID } from 'node:crypto';
import {
  ExpectedError,
  type PersonaDocument,
  type PersonaProposal,
  type PersonaVersion,
  type StoredDraftItem,
} from '@personate/contracts';
import type { Kysely } from 'kysely';
import { isUuid } from '../is-uuid.ts';
import type { Schema } from '../schema.ts';
import { toJson } from '../to-json.ts';
import { appendVersion, lockHead, type NextVersion } from './append-version.ts';
import { movedSince, withConsentOf } from './carry-consent.ts';
import { toProposal } from './persona-rows.ts';

const nil = '00000000-0000-0000-0000-000000000000';

export interface NextProposal extends NextVersion {
  baseVersion: number;
  items?: readonly StoredDraftItem[];
  notes?: readonly string[];
}

/** Proposals of one origin supersede each other: only the newest of them is open. */
export async function propose(
  trx: Kysely<Schema>,
  personaId: string,
  next: NextProposal,
): Promise<PersonaProposal> {
  await lockHead(trx, personaId);
  await trx
    .updateTable('records.persona_proposal')
    .set({ status: 'superseded', decided_at: new Date() })
    .where('persona_id', '=', personaId)
    .where('origin', '=', next.origin)
    .where('status', '=', 'open')
    .execute();
  const row = await trx
    .insertInto('records.persona_proposal')
    .values({
      proposal_id: randomUUID(),
      persona_id: personaId,
      base_version: next.baseVersion,
      document: toJson(next.document),
      origin: next.origin,
      note: next.note,
      caused_by: [...(next.causedBy ?? [])],
      items: toJson(next.items ?? []),
      notes: toJson(next.notes ?? []),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toProposal(row);
}

export interface AcceptOptions {
  /** Also when the head has moved since. */
  force: boolean;
  /** What is taken of it, where that is not all; made from this head, which must still be it. */
  part?: { document: PersonaDocument; note: string; head: number };
}

/** Must run in a transaction. @throws ExpectedError `persona.proposal-missing`, `-closed`, `-stale`, `persona.head-moved`. */
export async function acceptProposal(
  trx: Kysely<Schema>,
  personaId: string,
  proposalId: string,
  { force, part }: AcceptOptions,
): Promise<PersonaVersion> {
  const head = await lockHead(trx, personaId);
  const proposal = await openProposal(trx, personaId, proposalId);
  const { document, moved } = await movedSince(trx, personaId, {
    base: proposal.baseVersion,
    head,
  });
  if (moved && !force) throw stale(proposal, head);
  const taken = part?.document ?? proposal.document;
  const version = await appendVersion(trx, personaId, part?.head ?? head, {
    ...proposal,
    ...(part === undefined ? {} : { note: part.note }),
    // A file says itself whom it is made of.
    document: proposal.origin === 'seed' ? taken : withConsentOf(document, taken),
  });
  await decide(trx, proposalId, 'accepted');
  return version;
}

export async function dismissProposal(
  trx: Kysely<Schema>,
  personaId: string,
  proposalId: string,
): Promise<void> {
  await lockHead(trx, personaId);
  await openProposal(trx, personaId, proposalId);
  await decide(trx, proposalId, 'dismissed');
}

export async function readProposal(
  db: Kysely<Schema>,
  personaId: string,
  proposalId: string,
): Promise<PersonaProposal> {
  const row = await db
    .selectFrom('records.persona_proposal')
    .selectAll()
    .where('persona_id', '=', personaId)
    .where('proposal_id', '=', isUuid(proposalId) ? proposalId : nil)
    .executeTakeFirst();
  if (row) return toProposal(row);
  throw new ExpectedError(
    'missing',
    'persona.proposal-missing',
    `Persona "${personaId}" has no proposal ${proposalId}.`,
    { fix: 'List its proposals; an accepted or dismissed one stays listed.' },
  );
}

async function openProposal(
  trx: Kysely<Schema>,
  personaId: string,
  proposalId: string,
): Promise<PersonaProposal> {
  const proposal = await readProposal(trx, personaId, proposalId);
  if (proposal.status === 'open') return proposal;
  throw new ExpectedError(
    'conflict',
    'persona.proposal-closed',
    `The proposal was ${proposal.status} already.`,
    { fix: 'List the open proposals, or edit the persona itself.' },
  );
}

async function decide(
  trx: Kysely<Schema>,
  proposalId: string,
  status: 'accepted' | 'dismissed',
): Promise<void> {
  await trx
    .updateTable('records.persona_proposal')
    .set({ status, decided_at: new Date() })
    .where('proposal_id', '=', proposalId)
    .execute();
}

function stale(proposal: PersonaProposal, head: number): ExpectedError {
  return new ExpectedError(
    'conflict',
    'persona.proposal-stale',
    `The proposal was made for version ${proposal.baseVersion}; the persona is at ${head} by now.`,
    {
      fix: 'Look at the difference to the present version, then accept it with `force`, or dismiss it and derive anew.',
    },
  );
}
