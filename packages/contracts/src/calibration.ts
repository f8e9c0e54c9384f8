import { z } from 'zod';
import { personaIdSchema } from './ids.ts';

const share = z.number().min(0).max(1);

const ratesSchema = z.object({
  threshold: share,
  /** Of what it could answer. */
  falseDeclines: share,
  /** Of what it cannot; null where nothing was asked. */
  declined: z.object({ general: share.nullable(), others: share.nullable() }),
});

/** What `POST …/calibrations` wants. */
export const calibrationOptionsSchema = z.strictObject({
  /** Share of what it could answer that may be declined. */
  falseDeclines: z.number().min(0).max(0.5).default(0.05),
  /** Make it the newest version at once; else it is proposed. */
  apply: z.boolean().default(false),
});
export type CalibrationOptions = z.infer<typeof calibrationOptionsSchema>;

/** Where a persona's knowledge ends, as measured, and the threshold that comes of it. */
export const calibrationSchema = z
  .object({
    personaId: personaIdSchema,
    baseVersion: z.number().int(),
    /** The false declines that were asked for. */
    wanted: share,
    asked: z.object({
      answerable: z.number().int(),
      general: z.number().int(),
      others: z.number().int(),
    }),
    /** Other personas that could not be opened: none of the questions is theirs. */
    passedOver: z.array(personaIdSchema),
    threshold: share,
    atThreshold: ratesSchema,
    /** With the threshold that holds today. */
    atCurrent: ratesSchema,
    areaUnderCurve: share,
    /** From none of what it could answer declined to all of it. */
    roc: z.array(ratesSchema),
    /** Where it was proposed; null where it was applied, or would change nothing. */
    proposalId: z.uuid().nullable(),
    /** The version that it made; null unless it was applied. */
    version: z.number().int().nullable(),
  })
  .meta({ id: 'Calibration' });
export type Calibration = z.infer<typeof calibrationSchema>;

/** How far a calibration is: questions asked, of how many. */
export const calibrationProgressSchema = z.object({
  done: z.number().int(),
  total: z.number().int(),
});
export type CalibrationProgress = z.infer<typeof calibrationProgressSchema>;
