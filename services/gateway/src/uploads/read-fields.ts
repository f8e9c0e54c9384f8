import type { z } from 'zod';
import { checkStorable } from '../http/refuse-unstorable.ts';
import { parseRequest } from '../http/expected-error.ts';

/** Form fields by a strict schema of texts; an empty field counts as absent, an unknown one is refused. */
export function readFields<Schema extends z.ZodType>(
  schema: Schema,
): (fields: ReadonlyArray<readonly [string, string]>) => z.output<Schema> {
  return (fields) => {
    const given = Object.fromEntries(fields.filter(([, value]) => value !== ''));
    checkStorable(given);
    return parseRequest(schema, given);
  };
}
