import type { PersonaDocument } from '@personate/contracts';

/** Lists whose items are a document's words, not something that several documents show. */
const worded = new Set(['typicalResponses', 'timeline']);

/**
 * The persona without what rests on one document, named by the id that its source gave: its words go, and so does
 * whatever rests on nothing else; the rest loses the reference. null when there is nothing of it.
 */
export function redactPersona(
  document: PersonaDocument,
  documentId: string,
): PersonaDocument | null {
  let found = false;
  const walk = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) {
      return value.flatMap((item: unknown) => {
        const kept = keep(item, name);
        return kept === undefined ? [] : [walk(kept, name)];
      });
    }
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]: [string, unknown]) => [key, walk(member, key)]),
    );
  };
  const keep = (item: unknown, list: string): unknown => {
    if (!restsOn(item, documentId)) return item;
    found = true;
    const evidence = item.evidence.filter((id) => id !== documentId);
    return worded.has(list) || evidence.length === 0 ? undefined : { ...item, evidence };
  };
  const redacted = walk(document, '') as PersonaDocument;
  return found ? redacted : null;
}

function restsOn(item: unknown, documentId: string): item is { evidence: string[] } {
  if (item === null || typeof item !== 'object' || !('evidence' in item)) return false;
  return Array.isArray(item.evidence) && item.evidence.includes(documentId);
}
