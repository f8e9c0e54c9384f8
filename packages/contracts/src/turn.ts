import { z } from 'zod';
import { aspectsReportSchema } from './aspects.ts';
import { improvisedRangeSchema } from './improvised.ts';
import { appliedPolicySchema } from './persona.ts';
import { kindSchema, stanceSchema, timePrecisionSchema } from './document.ts';
import { degradedSchema } from './knowledge.ts';
import { instantSchema, personaIdSchema, uuidSchema } from './ids.ts';

/** Longest question that is read, in UTF-16 units; what is longer is a document, to be ingested. */
export const questionCharacters = 32_000;

export const decisionSchema = z.enum(['answered', 'partly', 'declined']);
export type Decision = z.infer<typeof decisionSchema>;

/** Why a turn was declined, or answered without evidence. Stable: clients branch on it. */
export const reasonSchema = z.enum([
  'no-evidence', // recall found nothing that bears on the question
  'weak-evidence', // something was found, too little to stand on
  'other-subject', // the evidence is on somebody else
  'unknown-domain', // a domain the persona does not know
  'after-knowledge-date',
  'off-limits', // a topic that the persona must not touch
  'about-now', // asks for the persona's present, which the documents cannot know
  'not-understood', // no words to answer to
  'small-talk',
  'synthetic-identity', // it was asked whether it is real
  'from-memory', // answered from what this user told it before
  'improvised', // nothing tells it: a fictional persona made it up, within its canon
  'from-persona', // answered from the persona's own modules
  'housekeeping', // a stock client's request for a title, tags, follow-ups
  'model-failed', // the model gave nothing usable; a stated fallback was given
]);
export type Reason = z.infer<typeof reasonSchema>;

export const citationSchema = z
  .object({
    n: z.number().int().min(1),
    passageId: uuidSchema,
    documentId: z.string(),
    documentKey: uuidSchema,
    source: z.string(),
    kind: kindSchema,
    stance: stanceSchema,
    author: z.string().optional(),
    at: instantSchema.optional(),
    atPrecision: timePrecisionSchema.optional(),
    quote: z.string(),
    url: z.string().optional(),
    /** Where in the answer it supports something: UTF-16 offsets, end exclusive. */
    startIndex: z.number().int().optional(),
    endIndex: z.number().int().optional(),
    /** Its document was erased: that something was cited is all that is kept. */
    erased: z.boolean().optional(),
  })
  .meta({ id: 'Citation' });
export type Citation = z.infer<typeof citationSchema>;

export const timingsSchema = z.object({
  understandMs: z.number(),
  recallMs: z.number(),
  decideMs: z.number(),
  firstTokenMs: z.number(),
});

/** The `personate` member of a chat response. */
export const answerExtensionSchema = z
  .object({
    persona: personaIdSchema,
    version: z.number().int(),
    knowledgeRevision: z.number().int(),
    decision: decisionSchema,
    reason: reasonSchema.optional(),
    /** What the turn had to do without; absent where it lacked nothing. It may know more than it found. */
    degraded: z.array(degradedSchema).optional(),
    citations: z.array(citationSchema),
    memories: z.array(z.object({ id: z.string(), quote: z.string() })),
    /** What the check did with the sentences; absent where nothing was checked. */
    check: z
      .object({
        policy: appliedPolicySchema,
        sentences: z.number().int(),
        /** Sentences that were not said, and those that were said as doubtful. */
        struck: z.number().int(),
        softened: z.number().int(),
        /** Replies before this one of which too little was left; absent where it was the first. */
        regenerated: z.number().int().optional(),
      })
      .optional(),
    /** What of the answer was made up, and is the persona's own from then on; absent where nothing was. It cites nothing. */
    improvised: z.array(improvisedRangeSchema).optional(),
    /** What the aspects did; absent in turns of older releases and where none has a part. */
    aspects: aspectsReportSchema.optional(),
    speaker: z.string(),
    model: z.string().optional(),
    disclosure: z.string(),
    /** No person wrote this; absent in turns of older releases only. */
    synthetic: z.literal(true).optional(),
    /** IPTC's code for how it came to be: see `digitalSourceTypes`. */
    digitalSourceType: z.string().optional(),
    /** Said in the text before the persona's own words: the first reply of one that is made of a living person. */
    disclosed: z.string().optional(),
    /** Groups beyond the public whose documents the asker could see; absent where unknown. What was told to them is not shown to others. */
    audience: z.array(z.string()).optional(),
    conversationId: uuidSchema.optional(),
    turnId: uuidSchema.optional(),
    timings: timingsSchema,
  })
  .meta({ id: 'AnswerExtension' });
export type AnswerExtension = z.infer<typeof answerExtensionSchema>;

/** What a turn keeps of its evidence until that is erased. */
export const evidenceRecordSchema = z.object({
  passageId: uuidSchema,
  documentId: z.string(),
  documentKey: uuidSchema,
  text: z.string(),
  score: z.number(),
  cited: z.boolean(),
  /** Other documents of which something stood beside it, which a model may have been shown with it. */
  contextKeys: z.array(uuidSchema).optional(),
  /** Its document was erased; the text is empty. */
  erased: z.boolean().optional(),
});
export type EvidenceRecord = z.infer<typeof evidenceRecordSchema>;

export const turnStatusSchema = z.enum(['complete', 'aborted', 'failed', 'replaced']);

export const turnSchema = z
  .object({
    turnId: uuidSchema,
    conversationId: uuidSchema,
    personaId: personaIdSchema,
    userId: z.string().nullable(),
    question: z.string(),
    answer: z.string(),
    status: turnStatusSchema,
    extension: answerExtensionSchema,
    evidence: z.array(evidenceRecordSchema),
    createdAt: instantSchema,
  })
  .meta({ id: 'Turn' });
export type Turn = z.infer<typeof turnSchema>;

export const memorySchema = z
  .object({
    memoryId: uuidSchema,
    personaId: personaIdSchema,
    userId: z.string(),
    /** Told about the user in the third person: "The user's dog is called Biscuit." */
    text: z.string(),
    /** The user's own words. */
    quote: z.string(),
    kind: z.enum(['fact', 'preference', 'correction', 'event']),
    /** Slot the statement fills, so that a later one replaces it: `name`, `pet.dog.name`. */
    slot: z.string().nullable(),
    trust: z.enum(['stated', 'inferred', 'quarantined']),
    status: z.enum(['active', 'replaced', 'quarantined', 'deleted']),
    sourceTurnId: uuidSchema,
    createdAt: instantSchema,
  })
  .meta({ id: 'Memory' });
export type Memory = z.infer<typeof memorySchema>;
