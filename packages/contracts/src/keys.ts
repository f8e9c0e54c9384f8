import { z } from 'zod';
import { instantSchema, personaIdSchema } from './ids.ts';

export const scopeSchema = z.enum(['chat', 'ingest', 'review', 'admin']);
export type Scope = z.infer<typeof scopeSchema>;

/** What a request may do, once its key is known. `admin` includes the others. */
export const principalSchema = z.object({
  keyId: z.string(),
  scopes: z.array(scopeSchema),
  /** null: every persona. */
  personas: z.array(personaIdSchema).nullable(),
  /** Whether the key vouches for the `user` that the request names; without it no memory is read or written. */
  vouchesForUser: z.boolean(),
  inlineCitations: z.boolean(),
  /** Groups whose documents its askers may see, besides the public's. */
  audience: z.array(z.string()),
  createdAt: instantSchema.optional(),
});
export type Principal = z.infer<typeof principalSchema>;
