import { z } from 'zod';
import { aspectChoiceSchema, aspectsReportSchema } from './aspects.ts';
import { kindSchema, stanceSchema } from './document.ts';
import { instantSchema, personaIdSchema, uuidSchema } from './ids.ts';
import { styleDialSchema } from './persona.ts';
import { decisionSchema, questionCharacters, reasonSchema } from './turn.ts';

/** What became of something that a prompt could hold: a budget may cut it or leave it out. */
export const shownSchema = z.enum(['whole', 'cut', 'left-out']);
export type Shown = z.infer<typeof shownSchema>;

/** What `POST …/explain` wants. */
export const explainOptionsSchema = z
  .strictObject({
    question: z.string().min(1).max(questionCharacters),
    /** The conversation before it, oldest first. */
    history: z
      .array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.string() }))
      .max(200)
      .default([]),
    /** Absent: the newest. */
    version: z.number().int().min(1).optional(),
    /** Whose memories are read, where the key vouches for its users. */
    user: z.string().min(1).max(512).optional(),
    style: styleDialSchema.optional(),
    /** Aspects other than the persona's own, to see what each does. */
    aspects: aspectChoiceSchema.optional(),
  })
  .meta({ id: 'ExplainOptions' });
export type ExplainOptions = z.input<typeof explainOptionsSchema>;

const tokens = z.number().int();

const promptPartSchema = z.object({
  /** `character`, `goals`, `voice`, `limits`, `rules`, `history`, `responses`, `skills`, `today`, `evidence`, `memory`, `decision`, `question`, … */
  name: z.string(),
  /** The same to the byte in every turn of a version. */
  stable: z.boolean(),
  /** Counted by `tokenizer`. */
  tokens,
  /** What the budget goes by: counting costs more than a turn may. */
  estimated: tokens,
  /** Most that it may take, estimated; null for a line of fixed length. */
  budget: tokens.nullable(),
  /** The text of the prompt library, and its version; null for the conversation and the date. */
  prompt: z.object({ name: z.string(), version: z.number().int() }).nullable(),
  text: z.string(),
});

/** What a turn would put before a model, and where each piece of it comes from. */
export const explanationSchema = z
  .object({
    personaId: personaIdSchema,
    version: z.number().int(),
    knowledgeRevision: z.number().int(),
    /** As it was asked, and understood as standing alone. */
    question: z.string(),
    understood: z.string(),
    /** BCP 47 of the reply. */
    language: z.string(),
    /** 0 (plain) to 100: the request's, else the persona's. */
    style: styleDialSchema,
    /** What each did before the first word, and by whose words humour would go; absent for a client's chore. */
    aspects: aspectsReportSchema
      .extend({
        models: z.object({
          understanding: z.string().optional(),
          tone: z.string().optional(),
          humour: z.string().optional(),
        }),
        humorous: z.array(z.object({ text: z.string(), from: z.string() })),
      })
      .optional(),
    decision: decisionSchema,
    reason: reasonSchema.optional(),
    /** 0..1: how sure it is that the evidence bears on the question. */
    confidence: z.number(),
    speaker: z.string(),
    model: z.string().optional(),
    /** Whether the speaker gets the prompt: without a model none is needed, and what rules settle is sent to none. */
    sent: z.boolean(),
    tokenizer: z.string(),
    /** null where rules settle the turn. */
    prompt: z
      .object({
        /** Of all messages together. */
        tokens,
        budget: tokens,
        /** Of what stands first and never changes: an endpoint caches it. */
        stable: z.object({ tokens, sha256: z.string() }),
        messages: z.array(
          z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string(), tokens }),
        ),
        parts: z.array(promptPartSchema),
      })
      .nullable(),
    /** What of the modules went in; of typical responses only those that did. */
    modules: z.array(
      z.object({ path: z.string(), part: z.string(), shown: shownSchema, text: z.string() }),
    ),
    /** `n` is its number in the prompt. */
    evidence: z.array(
      z.object({
        n: z.number().int(),
        passageId: uuidSchema,
        documentId: z.string(),
        source: z.string(),
        kind: kindSchema,
        stance: stanceSchema,
        at: instantSchema.nullable(),
        score: z.number(),
        shown: shownSchema,
        text: z.string(),
      }),
    ),
    memories: z.array(z.object({ id: z.string(), text: z.string(), shown: shownSchema })),
  })
  .meta({ id: 'Explanation' });
export type Explanation = z.infer<typeof explanationSchema>;
