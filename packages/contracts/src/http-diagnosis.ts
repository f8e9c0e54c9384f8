import { z } from 'zod';

/** One thing that was looked at; what is not well says what to do. */
export const findingSchema = z.object({
  /** Stable, for programs. */
  name: z.string(),
  state: z.enum(['ok', 'warn', 'fail']),
  message: z.string(),
  fix: z.string().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** What a server finds of what it stands on. */
export const diagnosisSchema = z
  .object({ checks: z.array(findingSchema) })
  .meta({ id: 'Diagnosis' });
export type Diagnosis = z.infer<typeof diagnosisSchema>;
