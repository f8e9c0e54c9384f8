import { z } from 'zod';
import { instantSchema, personaIdSchema, uuidSchema } from './ids.ts';

const revision = z.number().int().min(0);

/** A document as a revision names it: by hash, never by text. */
export const manifestEntrySchema = z
  .object({
    documentKey: uuidSchema,
    /** The id that the source gave. */
    documentId: z.string(),
    source: z.string(),
    /** SHA-256 of what it said. */
    hash: z.string(),
    /** The revision since which it stands so. */
    since: revision,
    /** The job that brought it. */
    ingestionId: uuidSchema,
  })
  .meta({ id: 'ManifestEntry' });
export type ManifestEntry = z.infer<typeof manifestEntrySchema>;

/** What moved a persona's knowledge to a revision. */
export const knowledgeRevisionSchema = z
  .object({
    revision,
    /** null for revision 0, which is empty. */
    at: instantSchema.nullable(),
    /** `recorded`: where the record of revisions begins. */
    cause: z.enum(['empty', 'recorded', 'ingestion', 'removal']),
    ingestionId: uuidSchema.nullable(),
  })
  .meta({ id: 'KnowledgeRevision' });
export type KnowledgeRevision = z.infer<typeof knowledgeRevisionSchema>;

/** A page of the documents that a revision names, by document key. */
export const knowledgeManifestSchema = knowledgeRevisionSchema
  .extend({
    personaId: personaIdSchema,
    /** Of all pages. */
    documents: z.number().int(),
    /**
     * SHA-256 over the lines `<source>\t<document id>\t<hash>` of all documents, sorted by their bytes: equal for
     * equal knowledge, whatever the persona is called. On the first page; later ones have null.
     */
    digest: z.string().nullable(),
    items: z.array(manifestEntrySchema),
    /** Pass it as `after` for the next page; null on the last one. */
    next: uuidSchema.nullable(),
  })
  .meta({ id: 'KnowledgeManifest' });
export type KnowledgeManifest = z.infer<typeof knowledgeManifestSchema>;

const sideSchema = manifestEntrySchema.pick({ hash: true, since: true, ingestionId: true });

export const manifestChangeSchema = manifestEntrySchema
  .pick({ documentKey: true, documentId: true, source: true })
  .extend({
    /** `rechunked`: it says the same, cut into other passages. */
    change: z.enum(['added', 'changed', 'removed', 'rechunked']),
    before: sideSchema.nullable(),
    after: sideSchema.nullable(),
  })
  .meta({ id: 'ManifestChange' });
export type ManifestChange = z.infer<typeof manifestChangeSchema>;

/** A page of what differs between two revisions, by document key. */
export const knowledgeManifestDiffSchema = z
  .object({
    personaId: personaIdSchema,
    from: knowledgeRevisionSchema,
    to: knowledgeRevisionSchema,
    /** Of all pages. */
    counts: z.object({
      added: z.number().int(),
      changed: z.number().int(),
      removed: z.number().int(),
      rechunked: z.number().int(),
    }),
    items: z.array(manifestChangeSchema),
    next: uuidSchema.nullable(),
  })
  .meta({ id: 'KnowledgeManifestDiff' });
export type KnowledgeManifestDiff = z.infer<typeof knowledgeManifestDiffSchema>;
