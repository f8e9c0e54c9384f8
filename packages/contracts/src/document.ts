import { z } from 'zod';
import { instantSchema, personaIdSchema, uuidSchema } from './ids.ts';

/** social: said in public; history: their life; career: their work; common: shared with people like them. */
export const kindSchema = z.enum(['social', 'history', 'career', 'common']);
export type Kind = z.infer<typeof kindSchema>;

/** by: the persona's own words; about: others' on them; to: addressed to them. Only `by` shapes voice and traits. */
export const stanceSchema = z.enum(['by', 'about', 'to']);
export type Stance = z.infer<typeof stanceSchema>;

export const visibilitySchema = z.enum(['public', 'unlisted', 'followers', 'direct']);
export type Visibility = z.infer<typeof visibilitySchema>;

/** How much of the time is known: an `at` of precision `month` is the month's first instant in UTC. */
export const timePrecisionSchema = z.enum(['second', 'minute', 'day', 'month', 'year']);
export type TimePrecision = z.infer<typeof timePrecisionSchema>;

export const authorSchema = z.object({ id: z.string().optional(), name: z.string() });
export type Author = z.infer<typeof authorSchema>;

/** The audience every asker belongs to. */
export const publicAudience = 'public';

/** A document as its source tells it, before identity, stance and audience are settled. */
export const sourceDocumentSchema = z.object({
  externalId: z.string().min(1).max(1024),
  /** Where the export itself says which source each document is of. */
  sourceId: z.string().min(1).max(300).optional(),
  /** Cleaned text: entities decoded, links resolved, no mark-up. */
  text: z.string().min(1),
  title: z.string().optional(),
  author: authorSchema.optional(),
  at: instantSchema.optional(),
  atPrecision: timePrecisionSchema.optional(),
  thread: z.string().optional(),
  replyTo: z.string().optional(),
  kind: kindSchema,
  /** Where the source knows it; else it follows from author and self. */
  stance: stanceSchema.optional(),
  audience: z.array(z.string().min(1)).min(1).optional(),
  visibility: visibilitySchema.optional(),
  url: z.string().optional(),
  /** BCP 47, where the source says it. */
  language: z.string().optional(),
  /** Structured facts beside the text, e.g. employer and role of a career entry. Never hashed, never counters. */
  facts: z.record(z.string(), z.string()).optional(),
  /** Where it stood, for reports: a path inside the export and a 1-based line. */
  place: z.object({ file: z.string(), line: z.number().int().optional() }),
});
export type SourceDocument = z.infer<typeof sourceDocumentSchema>;

export const documentSchema = sourceDocumentSchema.omit({ place: true }).extend({
  personaId: personaIdSchema,
  sourceId: z.string().min(1),
  /** UUIDv5 of (personaId, sourceId, externalId). */
  documentKey: uuidSchema,
  stance: stanceSchema,
  audience: z.array(z.string().min(1)).min(1),
  visibility: visibilitySchema,
  language: z.string(),
  /** SHA-256 (hex) over canonical JSON of what the document says; DESIGN calls it its hash. */
  hash: z.string(),
});
export type Document = z.infer<typeof documentSchema>;

/** A piece of a document small enough to embed (under 256 tokens) and to cite. */
export const passageSchema = z
  .object({
    passageId: uuidSchema,
    documentKey: uuidSchema,
    externalId: z.string(),
    sourceId: z.string(),
    /** Place in its document, from 0. */
    ordinal: z.number().int(),
    text: z.string().min(1),
    /** The headings it stands under, outermost first. */
    headings: z.array(z.string()),
    title: z.string().optional(),
    author: authorSchema.optional(),
    stance: stanceSchema,
    kind: kindSchema,
    at: instantSchema.optional(),
    atPrecision: timePrecisionSchema.optional(),
    thread: z.string().optional(),
    url: z.string().optional(),
    language: z.string(),
    audience: z.array(z.string()).min(1),
    /** Up to two before and two after it in its thread (or its document), nearest first on each side. */
    before: z.array(uuidSchema),
    after: z.array(uuidSchema),
    fingerprint: z.string(),
  })
  .meta({ id: 'Passage' });
export type Passage = z.infer<typeof passageSchema>;
