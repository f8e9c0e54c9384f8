import { nearestWord } from '@personate/contracts';
import type { JsonSchema } from './persona-json-schema.ts';
import { resolveReference } from './persona-json-schema.ts';

export interface UnknownKey {
  path: PropertyKey[];
  /** The key that was probably meant. */
  suggestion: string | undefined;
  /** Keys that may stand there. */
  allowed: string[];
}

const mostReported = 50;

/** Keys that the schema does not know: zod would drop them in silence, and with them what somebody wrote. */
export function findUnknownKeys(schema: JsonSchema, value: unknown): UnknownKey[] {
  const found: UnknownKey[] = [];
  walk(schema, value, [], found);
  return found;
}

function walk(
  unresolved: JsonSchema,
  value: unknown,
  path: PropertyKey[],
  found: UnknownKey[],
): void {
  if (found.length >= mostReported || typeof value !== 'object' || value === null) return;
  const schema = resolveReference(unresolved);
  if (Array.isArray(value)) {
    const items = schema.items;
    if (typeof items !== 'object' || Array.isArray(items)) return;
    for (const [index, item] of value.entries()) {
      walk(items as JsonSchema, item, [...path, index], found);
    }
    return;
  }
  const properties = schema.properties;
  if (properties === undefined) return;
  const allowed = Object.keys(properties);
  for (const [key, member] of Object.entries(value)) {
    const next = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (typeof next === 'object') walk(next as JsonSchema, member, [...path, key], found);
    else found.push({ path: [...path, key], suggestion: nearestWord(key, allowed), allowed });
  }
}
