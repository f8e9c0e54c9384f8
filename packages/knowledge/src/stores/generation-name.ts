import { uuidSchema } from '@personate/contracts';
import { z } from 'zod';
import type { GenerationSpec } from '../knowledge-store.ts';

const specSchema = z.object({
  uid: uuidSchema,
  generation: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});

/**
 * `p_<uid without hyphens>_g<n>`: the name of a generation's table or collection, safe to stand in a statement.
 *
 * @throws ZodError when the spec holds anything but a UUID and a whole number
 */
export function generationName(spec: Pick<GenerationSpec, 'personaUid' | 'generation'>): string {
  const { uid, generation } = specSchema.parse({
    uid: spec.personaUid,
    generation: spec.generation,
  });
  return `p_${uid.replaceAll('-', '').toLowerCase()}_g${generation}`;
}
