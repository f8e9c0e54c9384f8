import type { PersonaDocument } from '@personate/contracts';
import { personaDocumentSchema } from '@personate/contracts';
import { stringify } from 'yaml';

/** Writes a persona as YAML that `parsePersonaYaml` reads back to the same document; empty fields are left out. */
export function renderPersonaYaml(document: PersonaDocument): string {
  const ordered = personaDocumentSchema.parse(document);
  const empty = personaDocumentSchema.parse({
    id: ordered.id,
    name: ordered.name,
    subject: ordered.subject,
    disclosure: ordered.disclosure,
  });
  const kept = withoutEmpty(ordered, empty);
  return stringify(kept, { lineWidth: 100, blockQuote: 'literal' });
}

/** Drops members that say nothing and that the schema would put back: `[]`, `{}`, `''` where that is the default. */
function withoutEmpty(value: object, defaults: object): object {
  const kept: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    const standard: unknown = Object.hasOwn(defaults, key)
      ? (defaults as Record<string, unknown>)[key]
      : undefined;
    if (isEmpty(member) && isEmpty(standard)) continue;
    if (isRecord(member) && isRecord(standard)) {
      const inner = withoutEmpty(member, standard);
      if (Object.keys(inner).length > 0) kept[key] = inner;
    } else if (member !== undefined) kept[key] = member;
  }
  return kept;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  if (value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.keys(value).length === 0;
}
