import { z } from 'zod';

/**
 * A span to go on from in another process: W3C Trace Context, version 00. Digits only: what a client may put into
 * `tracestate` and `baggage` goes no further.
 */
export const traceContextSchema = z.object({
  traceparent: z.string().regex(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/),
});
export type TraceContext = z.infer<typeof traceContextSchema>;
