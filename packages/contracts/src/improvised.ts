import { z } from 'zod';

/** The source of what a fictional persona made up of its own life: documents of stance `by`, revised and erased like any other. */
export const improvisedSource = 'improvised';

/** Where in an answer something was made up: UTF-16 offsets, end exclusive. */
export const improvisedRangeSchema = z.object({
  startIndex: z.number().int(),
  endIndex: z.number().int(),
});
export type ImprovisedRange = z.infer<typeof improvisedRangeSchema>;
