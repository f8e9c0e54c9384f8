import type { PersonaDocument, StoredDraftItem } from '@personate/contracts';

/** Lists whose items are a document's words, not something that several documents show. */
const worded = new Set(['typicalResponses', 'timeline', 'goals']);

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

/**
 * A draft's items without that document: its quotes go, and items that rest on nothing else or are called by its words.
 * null when there is nothing of it.
 */
export function redactItems(
  items: readonly StoredDraftItem[],
  documentId: string,
): StoredDraftItem[] | null {
  const isOf = ({ evidence, quotes }: StoredDraftItem): boolean =>
    evidence.includes(documentId) || quotes.some((quote) => quote.documentId === documentId);
  if (!items.some(isOf)) return null;
  return items.flatMap((item) => {
    if (!isOf(item)) return [item];
    const evidence = item.evidence.filter((id) => id !== documentId);
    const list = /^\w+\.(\w+)\[/u.exec(item.path)?.[1] ?? '';
    if (worded.has(list) || evidence.length === 0) return [];
    return [
      { ...item, evidence, quotes: item.quotes.filter((quote) => quote.documentId !== documentId) },
    ];
  });
}

function restsOn(item: unknown, documentId: string): item is { evidence: string[] } {
  if (item === null || typeof item !== 'object' || !('evidence' in item)) return false;
  return Array.isArray(item.evidence) && item.evidence.includes(documentId);
}
