import { z } from 'zod';
import { erasureCheckSchema, erasureSchema } from './erasures.ts';
import { errorKinds } from './errors.ts';
import { personaIdSchema, uuidSchema } from './ids.ts';
import { knowledgeMapSchema } from './knowledge-map.ts';
import { ingestionOptionsSchema, ingestionReportSchema } from './ingestion.ts';
import { personaProposalSchema } from './persona.ts';

/**
 * What a gateway asks of ingestion, which alone reads the documents' texts, where both are processes of their own. A
 * field may be added as optional only: old workers meet new tasks during a rolling update, and the reverse. An input
 * that an old worker would read wrongly gets a greater version, which that one leaves to a newer worker; an output only
 * grows, for whoever waits for it may be the older one. `tests/payloads` holds what was written so far.
 */
export const taskCatalogue = {
  /** Reads an upload without keeping anything of it. */
  inspect: {
    version: 1,
    input: z.object({
      blobId: z.string(),
      fileName: z.string(),
      personaId: personaIdSchema.nullable(),
      options: ingestionOptionsSchema,
    }),
    output: ingestionReportSchema,
  },
  derive: {
    version: 1,
    input: z.object({ personaId: personaIdSchema, model: z.boolean().optional() }),
    output: personaProposalSchema.nullable(),
  },
  'remove-document': {
    version: 1,
    input: z.object({
      personaId: personaIdSchema,
      documentKey: uuidSchema,
      requestedBy: z.string().optional(),
    }),
    output: z.object({ knowledgeRevision: z.number().int(), erasureId: uuidSchema.optional() }),
  },
  /** Does what the ledger says. It names no persona: the task must outlive the one that it erases. */
  erase: {
    version: 1,
    input: z.object({ erasureId: uuidSchema, personaId: z.null() }),
    output: erasureSchema,
  },
  /** Counts what is left, among the documents too; null when there is no such erasure. */
  'check-erasure': {
    version: 1,
    input: z.object({ erasureId: uuidSchema, personaId: z.null() }),
    output: erasureCheckSchema.nullable(),
  },
  map: {
    version: 1,
    input: z.object({ personaId: personaIdSchema, audience: z.array(z.string()) }),
    output: knowledgeMapSchema,
  },
  /** Into the blob store: who asked reads it there, and deletes it. */
  'export-knowledge': {
    version: 1,
    input: z.object({ personaId: personaIdSchema, passages: z.boolean(), vectors: z.boolean() }),
    output: z.object({ blobId: z.string() }),
  },
  pack: {
    version: 1,
    input: z.object({ personaId: personaIdSchema, vectors: z.boolean() }),
    output: z.object({ blobId: z.string() }),
  },
  /** Into the blob store, as JSON of `trainingSetSchema`. */
  'training-set': {
    version: 1,
    input: z.object({
      personaId: personaIdSchema,
      audience: z.array(z.string()),
      heldOutShare: z.number(),
    }),
    output: z.object({ blobId: z.string() }),
  },
} as const satisfies Record<string, { version: number; input: z.ZodType; output: z.ZodType }>;

export type TaskKind = keyof typeof taskCatalogue;
export type TaskInput<Kind extends TaskKind> = z.output<(typeof taskCatalogue)[Kind]['input']>;
export type TaskOutput<Kind extends TaskKind> = z.output<(typeof taskCatalogue)[Kind]['output']>;

/** How a task failed: an `ExpectedError` as it is kept, or a bug, of which nothing is said. */
export const taskErrorSchema = z.object({
  kind: z.enum(errorKinds),
  code: z.string(),
  message: z.string(),
  fix: z.string(),
  param: z.string().optional(),
});
export type TaskError = z.infer<typeof taskErrorSchema>;
