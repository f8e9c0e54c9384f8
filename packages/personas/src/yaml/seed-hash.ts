import { createHash } from 'node:crypto';
import type { PersonaDocument } from '@personate/contracts';
import { personaDocumentSchema } from '@personate/contracts';

/** SHA-256 (hex) of what a persona document says: comments, layout and the order of keys do not count. */
export function seedHash(document: PersonaDocument): string {
  return createHash('sha256')
    .update(canonicalJson(personaDocumentSchema.parse(document)))
    .digest('hex');
}

/** JSON with sorted keys and no absent members, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
