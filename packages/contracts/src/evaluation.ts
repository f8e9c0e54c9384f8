import { z } from 'zod';
import { instantSchema, personaIdSchema } from './ids.ts';
import { decisionSchema, reasonSchema } from './turn.ts';

const share = z.number().min(0).max(1);

/** A share that was counted, with the interval that holds its true value in 95 of 100 cases (Wilson's score interval). */
export const measuredRateSchema = z.object({
  name: z.string(),
  passed: z.number().int().min(0),
  of: z.number().int().min(0),
  /** null where nothing was asked. */
  rate: share.nullable(),
  low: share.nullable(),
  high: share.nullable(),
});
export type MeasuredRate = z.infer<typeof measuredRateSchema>;

/** One thing that was asked, and how it went. */
export const evaluationCaseSchema = z.object({
  question: z.string(),
  answer: z.string(),
  passed: z.boolean(),
  /** What was looked at, and in a case that failed what was wrong. */
  note: z.string(),
  decision: decisionSchema.optional(),
  reason: reasonSchema.nullable().optional(),
});
export type EvaluationCase = z.infer<typeof evaluationCaseSchema>;

/** Measured one after the other; each can be left out. */
export const evaluationPartNames = [
  'probes',
  'citations',
  'candour',
  'quotations',
  'time',
  'injection',
  'consistency',
  'drift',
  'traits',
  'style',
  'blind',
] as const;
export const evaluationPartNameSchema = z.enum(evaluationPartNames);
export type EvaluationPartName = z.infer<typeof evaluationPartNameSchema>;

export const evaluationPartSchema = z.object({
  name: evaluationPartNameSchema,
  /** Why it could not be measured; null where it was. */
  notMeasured: z.string().nullable(),
  rates: z.array(measuredRateSchema),
  /** Numbers that are no shares, each with its unit in its name. */
  figures: z.array(z.object({ name: z.string(), value: z.number() })),
  /** Lines to draw: y from 0 to 1. */
  curves: z.array(
    z.object({
      name: z.string(),
      xLabel: z.string(),
      points: z.array(z.object({ x: z.number(), y: share })),
    }),
  ),
  cases: z.array(evaluationCaseSchema),
  /** Rates of it that are a model's opinion, by their names; none without a judge. */
  judged: z.array(z.string()).default([]),
});
export type EvaluationPart = z.infer<typeof evaluationPartSchema>;

/** What `personate eval` found. */
export const evaluationSchema = z
  .object({
    personaId: personaIdSchema,
    name: z.string(),
    version: z.number().int(),
    knowledgeRevision: z.number().int().nullable(),
    /** Who spoke: the extractive speaker, or a model by its name. */
    speaker: z.string(),
    /** The model that judged, by its name; null: none was asked. */
    judge: z.string().nullable().default(null),
    /** Of each part at most so many questions were asked; absent: all of them. */
    most: z.number().int().min(1).optional(),
    /** Replies for which the model was asked and gave nothing: the persona spoke without it. */
    modelFailed: z.number().int().min(0).default(0),
    startedAt: instantSchema,
    endedAt: instantSchema,
    parts: z.array(evaluationPartSchema),
  })
  .meta({ id: 'Evaluation' });
export type Evaluation = z.infer<typeof evaluationSchema>;
