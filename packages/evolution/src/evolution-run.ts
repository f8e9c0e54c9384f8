import { memorySchema, personaDocumentSchema } from '@personate/contracts';
import type { PersonaVersion, Turn } from '@personate/contracts';
import { z } from 'zod';
import { doubtedSchema, statementSchema } from '@personate/language';

export type SequencedTurn = Turn & { sequence: number };

/** What a run starts from: turns that were quiet long enough, and the persona as it is. */
export interface RunStart {
  personaId: string;
  turns: readonly SequencedTurn[];
  version: PersonaVersion;
}

/** What each turn of a known user says about that user. */
export const observationsSchema = z.array(
  z.object({
    turnId: z.string(),
    userId: z.string(),
    /** Instant of the turn. */
    at: z.string(),
    statements: z.array(statementSchema),
    doubted: z.array(doubtedSchema),
  }),
);
export type Observations = z.infer<typeof observationsSchema>;

/** Memories as they would be added, and which earlier ones they replace. */
export const memoryChangesSchema = z.object({
  add: z.array(memorySchema),
  replace: z.array(z.object({ memoryId: z.string(), by: z.string() })),
});
export type MemoryChanges = z.infer<typeof memoryChangesSchema>;

/** What the conversations show about the persona: questions that come again. */
export const reflectionsSchema = z.object({
  answered: z.array(
    z.object({
      /** The wording that holds no word of one asker alone. */
      prompt: z.string(),
      reply: z.string(),
      /** Document ids that the reply rests on. */
      evidence: z.array(z.string()),
      asked: z.number().int(),
      askers: z.number().int(),
      turnIds: z.array(z.string()),
    }),
  ),
  declined: z.array(z.object({ turnIds: z.array(z.string()), asked: z.number().int() })),
});
export type Reflections = z.infer<typeof reflectionsSchema>;

export const proposalSchema = z
  .object({
    document: personaDocumentSchema,
    baseVersion: z.number().int(),
    note: z.string(),
    causedBy: z.array(z.string()),
    as: z.enum(['version', 'proposal']),
  })
  .nullable();
export type Proposal = z.infer<typeof proposalSchema>;

/** What may be committed, and how much was refused, by reason. */
export const guardedSchema = z.object({
  memories: memoryChangesSchema,
  change: proposalSchema,
  refused: z.record(z.string(), z.number().int()),
});
export type Guarded = z.infer<typeof guardedSchema>;
