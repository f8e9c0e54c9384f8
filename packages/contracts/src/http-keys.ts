import { z } from 'zod';
import { instantSchema, personaIdSchema } from './ids.ts';
import { principalSchema, scopeSchema } from './keys.ts';

/** A key as lists show it: never the key itself. */
export const keyRecordSchema = principalSchema
  .extend({
    name: z.string(),
    createdAt: instantSchema,
    revokedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Key' });
export type KeyRecord = z.infer<typeof keyRecordSchema>;

export const newKeySchema = z
  .strictObject({
    name: z.string().min(1).max(200),
    scopes: z.array(scopeSchema).min(1),
    /** null: every persona. */
    personas: z.array(personaIdSchema).min(1).nullable().default(null),
    /** Whether the key's holder vouches for the `user` of its requests. */
    vouchesForUser: z.boolean().default(false),
    /** Citations as `[1]` in the text, for clients that show nothing else. */
    inlineCitations: z.boolean().default(false),
    /** Groups whose documents it may see besides the public's. */
    audience: z.array(z.string().min(1).max(200)).max(100).default([]),
  })
  .meta({ id: 'NewKey' });
export type NewKey = z.infer<typeof newKeySchema>;

/** The one answer that holds the key. */
export const createdKeySchema = z
  .object({ key: z.string(), record: keyRecordSchema })
  .meta({ id: 'CreatedKey' });
export type CreatedKey = z.infer<typeof createdKeySchema>;
