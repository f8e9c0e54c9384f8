import { z } from 'zod';

/** A persona's id: the name of its folder, the `model` of a chat request. */
export const personaIdSchema = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'lower-case letters, digits and hyphens, at most 63, no hyphen at either end',
  )
  .meta({
    id: 'PersonaId',
    description: 'Lower-case letters, digits and hyphens, at most 63 characters.',
  });

export const uuidSchema = z.uuid();

/** Each once, without what is none: to a store any other text is an error, to whoever asks a miss. */
export function uuidsAmong(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => uuidSchema.safeParse(id).success);
}

/** An instant, always with its zone. */
export const instantSchema = z.iso.datetime({ offset: true });
