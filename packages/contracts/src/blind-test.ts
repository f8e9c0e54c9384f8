import { z } from 'zod';
import { instantSchema, personaIdSchema } from './ids.ts';

/** What the page of a blind test writes: what one reader guessed. */
export const blindGuessesSchema = z
  .object({
    /** Of the page that was read. */
    testId: z.uuid(),
    personaId: personaIdSchema,
    version: z.number().int(),
    /** Who spoke: the extractive speaker, or a model by its name. */
    speaker: z.string(),
    guessedAt: instantSchema,
    /** Pair by pair, whether the person's own text was told from the reply. */
    guesses: z
      .array(z.object({ own: z.string(), reply: z.string(), right: z.boolean() }))
      .min(1)
      .max(100),
  })
  .meta({ id: 'BlindGuesses' });
export type BlindGuesses = z.infer<typeof blindGuessesSchema>;
