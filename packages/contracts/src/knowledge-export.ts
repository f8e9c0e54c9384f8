import { z } from 'zod';
import { documentSchema } from './document.ts';
import { instantSchema, personaIdSchema } from './ids.ts';

/** The format's name, in its first line and in `ingestion.format`. */
export const knowledgeExportFormat = 'personate-knowledge';

const count = z.number().int().min(0);

/** The first line of an export of a persona's knowledge. */
export const knowledgeExportHeadSchema = z.object({
  format: z.literal(knowledgeExportFormat),
  /** Of the format; a reader refuses one that is newer than it knows. */
  version: z.number().int().min(1),
  persona: z.object({ id: personaIdSchema, name: z.string() }),
  revision: count,
  /** Of the revision's manifest. */
  digest: z.string(),
  exportedAt: instantSchema,
  /** What vectors were made by, where there are any. */
  embedding: z.object({ identity: z.string(), dimensions: z.number().int().min(1) }).nullable(),
});
export type KnowledgeExportHead = z.infer<typeof knowledgeExportHeadSchema>;

/** Passages follow from the document; they are there to be read, and to carry vectors. */
export const exportedPassageSchema = z.object({
  ordinal: count,
  text: z.string(),
  headings: z.array(z.string()),
  /** Hash of the very text that was embedded, and its vector: little-endian floats in base64. */
  embedding: z.object({ textHash: z.string(), vector: z.string() }).optional(),
});
export type ExportedPassage = z.infer<typeof exportedPassageSchema>;

/** A line for each document: all that it is, but for whom it belongs to. */
export const exportedDocumentSchema = documentSchema.omit({ personaId: true, documentKey: true });
export const knowledgeExportLineSchema = z.object({
  document: exportedDocumentSchema,
  passages: z.array(exportedPassageSchema).optional(),
});
export type KnowledgeExportLine = z.infer<typeof knowledgeExportLineSchema>;

/** The last line: without it, the export was cut off. */
export const knowledgeExportEndSchema = z.object({
  end: z.object({
    documents: count,
    /** Another one than at the beginning: the persona learnt while it was exported. */
    revision: count,
  }),
});
export type KnowledgeExportEnd = z.infer<typeof knowledgeExportEndSchema>;
