import { z } from 'zod';
import { instantSchema, personaIdSchema, uuidSchema } from './ids.ts';
import { turnSchema } from './turn.ts';

export const conversationSummarySchema = z
  .object({
    conversationId: uuidSchema,
    personaId: personaIdSchema,
    /** The key it was held with: a key without `review` sees its own only. */
    keyId: z.string(),
    userId: z.string().nullable(),
    /** The first question, cut at a word. */
    title: z.string(),
    turns: z.number().int().min(0),
    createdAt: instantSchema,
    lastAt: instantSchema,
  })
  .meta({ id: 'ConversationSummary' });
export type ConversationSummary = z.infer<typeof conversationSummarySchema>;

export const conversationSchema = conversationSummarySchema
  .extend({ history: z.array(turnSchema) })
  .meta({ id: 'Conversation' });
export type Conversation = z.infer<typeof conversationSchema>;
