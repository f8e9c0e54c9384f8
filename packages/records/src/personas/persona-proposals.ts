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
import { toProposal, toVersion } from './persona-rows.ts';

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

/** What becomes of the head by a proposal; the head is locked while it is asked. */
export type MergeProposal = (sides: {
  base: PersonaVersion;
  head: PersonaVersion;
  proposal: PersonaProposal;
}) => { document: PersonaDocument; note: string };

/** Must run in a transaction. @throws ExpectedError `persona.proposal-missing`, `-closed`; what `merge` throws. */
export async function acceptProposal(
  trx: Kysely<Schema>,
  personaId: string,
  proposalId: string,
  merge: MergeProposal,
): Promise<PersonaVersion> {
  const headVersion = await lockHead(trx, personaId);
  const proposal = await openProposal(trx, personaId, proposalId);
  const base = await versionOf(trx, personaId, proposal.baseVersion);
  const head = await versionOf(trx, personaId, headVersion);
  const version = await appendVersion(trx, personaId, headVersion, {
    ...proposal,
    ...merge({ base, head, proposal }),
  });
  await decide(trx, proposalId, 'accepted');
  return version;
}

async function versionOf(
  trx: Kysely<Schema>,
  personaId: string,
  version: number,
): Promise<PersonaVersion> {
  const row = await trx
    .selectFrom('records.persona_version')
    .selectAll()
    .where('persona_id', '=', personaId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return toVersion(row);
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
