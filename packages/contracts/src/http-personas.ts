import { z } from 'zod';
import { consentStateSchema } from './consent.ts';
import { instantSchema, personaIdSchema } from './ids.ts';
import {
  personaDocumentSchema,
  personaMembersSchema,
  personaProposalSchema,
  personaVersionSchema,
  subjectKindSchema,
} from './persona.ts';

/** A persona as lists show it. */
export const personaSummarySchema = z
  .object({
    id: personaIdSchema,
    name: z.string(),
    subject: subjectKindSchema,
    consent: consentStateSchema,
    summary: z.string(),
    status: z.enum(['active', 'archived']),
    headVersion: z.number().int().min(1),
    /** Moves with every committed ingestion or erasure. */
    knowledgeRevision: z.number().int(),
    openProposals: z.number().int().min(0),
    createdAt: instantSchema,
  })
  .meta({ id: 'PersonaSummary' });
export type PersonaSummary = z.infer<typeof personaSummarySchema>;

/** A persona with its serving version's document. */
export const personaDetailSchema = personaSummarySchema
  .extend({
    document: personaDocumentSchema,
    /** Of a model that was tuned on its own words and speaks for it, where a model speaks; absent: none. */
    tunedModel: z.string().optional(),
  })
  .meta({ id: 'PersonaDetail' });
export type PersonaDetail = z.infer<typeof personaDetailSchema>;

export const versionSummarySchema = personaVersionSchema
  .omit({ document: true })
  .meta({ id: 'PersonaVersionSummary' });
export type VersionSummary = z.infer<typeof versionSummarySchema>;

/** One difference between two persona documents; an absent side means that it is not there. */
export const personaChangeSchema = z
  .object({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })
  .meta({ id: 'PersonaChange' });
export type PersonaChange = z.infer<typeof personaChangeSchema>;

export const personaDiffSchema = z
  .object({
    personaId: personaIdSchema,
    from: z.number().int(),
    to: z.number().int(),
    changes: z.array(personaChangeSchema),
  })
  .meta({ id: 'PersonaDiff' });
export type PersonaDiff = z.infer<typeof personaDiffSchema>;

export const proposalSummarySchema = personaProposalSchema
  .omit({ document: true, items: true })
  .meta({ id: 'PersonaProposalSummary' });
export type ProposalSummary = z.infer<typeof proposalSummarySchema>;

/** A proposal with what it would change in its base version. */
export const proposalDetailSchema = personaProposalSchema
  .extend({ changes: z.array(personaChangeSchema) })
  .meta({ id: 'PersonaProposalDetail' });
export type ProposalDetail = z.infer<typeof proposalDetailSchema>;

/** What `POST …/derive` may be told. */
export const deriveOptionsSchema = z
  .strictObject({
    /** Whether a model reads excerpts too; where none is configured, none does. */
    model: z.boolean().default(true),
  })
  .meta({ id: 'DeriveOptions' });

/** A body that makes a persona; `{id, name}` alone makes a minimal one. */
export const newPersonaSchema = personaMembersSchema
  .partial({ subject: true, disclosure: true })
  .meta({ id: 'NewPersona' });
export type NewPersona = z.input<typeof newPersonaSchema>;
