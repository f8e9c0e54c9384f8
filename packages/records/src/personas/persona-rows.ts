import {
  draftItemSchema,
  ExpectedError,
  personaDocumentSchema,
  versionOriginSchema,
  type PersonaProposal,
  type PersonaVersion,
  type VersionSummary,
} from '@personate/contracts';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Schema } from '../schema.ts';

type VersionRow = Selectable<Schema['records.persona_version']>;
type ProposalRow = Selectable<Schema['records.persona_proposal']>;

const notesSchema = z.array(z.string());

export function toVersionSummary(row: Omit<VersionRow, 'document'>): VersionSummary {
  return {
    personaId: row.persona_id,
    version: row.version,
    parent: row.parent,
    origin: versionOriginSchema.parse(row.origin),
    note: row.note,
    causedBy: row.caused_by,
    createdAt: row.created_at.toISOString(),
  };
}

/** Parsed, so that a document of an older build gets the defaults of what came since. */
export function toVersion(row: VersionRow): PersonaVersion {
  return { ...toVersionSummary(row), document: personaDocumentSchema.parse(row.document) };
}

export function toProposal(row: ProposalRow): PersonaProposal {
  return {
    proposalId: row.proposal_id,
    personaId: row.persona_id,
    baseVersion: row.base_version,
    document: personaDocumentSchema.parse(row.document),
    origin: versionOriginSchema.parse(row.origin),
    note: row.note,
    causedBy: row.caused_by,
    items: draftItemSchema.array().parse(row.items),
    notes: notesSchema.parse(row.notes),
    status: row.status,
    createdAt: row.created_at.toISOString(),
  };
}

export function personaExists(personaId: string): ExpectedError {
  return new ExpectedError(
    'conflict',
    'persona.exists',
    `There is a persona "${personaId}" already.`,
    {
      fix: 'Choose another id, or change the persona that has it.',
      param: 'id',
    },
  );
}
