import { z } from 'zod';

/** An error: RFC 9457's members, a stable `code`, what to do, and OpenAI's `error` so that its SDKs show it. */
export const problemDocumentSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    /** What the reader can do about it. */
    fix: z.string(),
    /** The request's id, as in the logs. */
    instance: z.string(),
    error: z.object({
      message: z.string(),
      type: z.string(),
      code: z.string(),
      param: z.string().nullable(),
    }),
    /** For a request that does not match its schema: every member that was wrong. */
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.infer<typeof problemDocumentSchema>;
