import { z } from 'zod';
import { kindSchema } from './document.ts';
import { personaIdSchema, uuidSchema } from './ids.ts';

const count = z.number().int().min(0);
const counts = z.record(z.string(), count);

/** OpenAI's fine-tuning takes none of fewer. */
export const leastExamples = 10;
/** Of one set; those whose hash comes first are taken. */
export const mostExamples = 20_000;

/** A line of a set, as OpenAI's fine-tuning, Axolotl, Unsloth and LLaMA-Factory read it. */
export const trainingExampleSchema = z.object({
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({ role: z.literal('user'), content: z.string() }),
    z.object({ role: z.literal('assistant'), content: z.string() }),
  ]),
});
export type TrainingExample = z.infer<typeof trainingExampleSchema>;

/** Why a document of the persona's own words is not in the set. */
export const leftOutSchema = z.enum([
  'other-audience', // not for whom the set is made
  'after-knowledge-date',
  'improvised', // made up by a model: no words of its own
  'form-entry', // a post or a school of a career, which nobody said
  'repost', // somebody else's words, passed on
  'quotes-others', // says something on a post that is not there
  'answers-unseen', // what it answers is not among the documents, or not for this set
  'continues-own', // goes on from what the persona said itself
  'off-limits', // it, or what it answers, names a topic that the persona must not touch
  'too-short',
  'too-long',
  'duplicate',
  'beyond-limit', // the set is full
]);
export type LeftOut = z.infer<typeof leftOutSchema>;

export const trainingFileSchema = z.object({
  /** Of the file's bytes, hex. */
  sha256: z.string(),
  sizeBytes: count,
  examples: count,
});

/** What a set is made of; the same documents, persona and options make the same one, byte by byte. */
export const trainingManifestSchema = z
  .object({
    format: z.literal('personate-training-set'),
    version: z.literal(1),
    persona: z.object({ id: personaIdSchema, name: z.string() }),
    personaVersion: z.number().int().min(1),
    knowledgeRevision: count,
    /** Whose documents may be in it. */
    audience: z.array(z.string()).min(1),
    /** Nothing later is in it; null: no such date. */
    knownUntil: z.string().nullable(),
    heldOutShare: z.number().min(0).max(0.5),
    system: z.string(),
    /** Ours, not the persona's nor anybody's: what stands before a post that answers nothing. */
    requests: z.array(z.string()),
    files: z.object({ train: trainingFileSchema, heldOut: trainingFileSchema }),
    counts: z.object({
      /** What answers a message, and what answers one of our requests. */
      answers: count,
      posts: count,
      bySource: counts,
      byKind: z.partialRecord(kindSchema, count),
    }),
    leftOut: z.partialRecord(leftOutSchema, count),
    /** In the order of the lines. */
    documents: z.array(
      z.object({
        documentKey: uuidSchema,
        /** As its source names it. */
        documentId: z.string(),
        source: z.string(),
        hash: z.string(),
        as: z.enum(['assistant', 'user']),
        file: z.enum(['train', 'heldOut']),
      }),
    ),
  })
  .meta({ id: 'TrainingManifest' });
export type TrainingManifest = z.infer<typeof trainingManifestSchema>;

export const trainingSetSchema = z
  .object({
    manifest: trainingManifestSchema,
    /** The files' texts: an example a line. */
    train: z.string(),
    heldOut: z.string(),
  })
  .meta({ id: 'TrainingSet' });
export type TrainingSet = z.infer<typeof trainingSetSchema>;

export const trainingSetOptionsSchema = z.object({
  /** Groups beyond the public. */
  audience: z.array(z.string().min(1).max(200)).max(50).default([]),
  heldOutShare: z.number().min(0).max(0.5).default(0.1),
});
export type TrainingSetOptions = z.infer<typeof trainingSetOptionsSchema>;
