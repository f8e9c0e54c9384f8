import { z } from 'zod';
import { kindSchema } from './document.ts';
import { ExpectedError } from './errors.ts';
import { instantSchema, personaIdSchema, uuidSchema } from './ids.ts';

const count = z.number().int().min(0);
const counts = z.record(z.string(), count);

/** OpenAI's fine-tuning takes none of fewer. */
export const leastExamples = 10;

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

/** A model's name as endpoints take it: of OpenAI's form too (`ft:gpt-4o-mini-2024-07-18:org::id`). */
export const modelNameSchema = z
  .string()
  .regex(/^[\w.:/@+-]{1,200}$/, 'expected the name of a model');

export const newTrainingRunSchema = trainingSetOptionsSchema
  .extend({
    /** To be tuned, by the name that the training endpoint knows. */
    model: modelNameSchema,
  })
  .strict()
  .meta({ id: 'NewTrainingRun' });
export type NewTrainingRun = z.infer<typeof newTrainingRunSchema>;

export const trainingRunStatusSchema = z.enum([
  'queued', // not asked for at the endpoint yet
  'running',
  'done',
  'failed',
  'cancelled',
]);
export type TrainingRunStatus = z.infer<typeof trainingRunStatusSchema>;

/** What a run sent, as far as its set's manifest says it. */
export const sentSetSchema = z.object({
  /** Of `train.jsonl`. */
  sha256: z.string(),
  examples: count,
  heldOut: count,
  personaVersion: z.number().int(),
  knowledgeRevision: count,
});
export type SentSet = z.infer<typeof sentSetSchema>;

/** A model being tuned on a persona's own words. */
export const trainingRunSchema = z
  .object({
    runId: uuidSchema,
    personaId: personaIdSchema,
    status: trainingRunStatusSchema,
    baseModel: z.string(),
    /** Its name at the endpoint; null until there is one. */
    tunedModel: z.string().nullable(),
    audience: z.array(z.string()),
    heldOutShare: z.number(),
    /** null before it was made. */
    set: sentSetSchema.nullable(),
    /** The endpoint's own word for how far it is. */
    progress: z.string().nullable(),
    /** Why it failed, or what it waits for. */
    error: z.object({ code: z.string(), message: z.string(), fix: z.string() }).nullable(),
    /** Its model speaks for the persona. */
    serving: z.boolean(),
    /** Its set held something that is erased by now: its model is not used any more. */
    marked: z.object({ at: instantSchema, why: z.enum(['document-erased']) }).nullable(),
    /** Files that are still at the endpoint. */
    filesLeft: count,
    /** The key that asked for it. */
    requestedBy: z.string(),
    createdAt: instantSchema,
    startedAt: instantSchema.nullable(),
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'TrainingRun' });
export type TrainingRun = z.infer<typeof trainingRunSchema>;

export function trainingRunMissing(personaId: string, runId: string): ExpectedError {
  return new ExpectedError(
    'missing',
    'training.run-missing',
    `Persona "${personaId}" has no training run ${runId}.`,
    { fix: `List them with personate train list ${personaId}.` },
  );
}
