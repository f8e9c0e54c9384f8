import type { PersonaDocument, StoredDraftItem } from '@personate/contracts';

/**
 * Single texts of a draft (a summary, a habit, an opening) that rest on a document: they carry no reference themselves,
 * so the items of the proposals say which they were.
 */
export function textsOn(
  documentId: string,
  drafts: ReadonlyArray<{ document: unknown; items: readonly StoredDraftItem[] }>,
): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { document, items } of drafts) {
    for (const item of items) {
      if (!tellsOf(item, documentId)) continue;
      const { path } = item;
      const [, list, text] = /^([\w.]+)\[([\s\S]*)\]$/u.exec(path) ?? [];
      const value = at(document, list ?? path);
      if (typeof value === 'string' && value !== '') texts.add(value);
      if (text !== undefined && Array.isArray(value) && value.includes(text)) texts.add(text);
    }
  }
  return texts;
}

/** The persona without texts that are one of these; null when it has none. */
export function redactTexts(
  document: PersonaDocument,
  texts: ReadonlySet<string>,
): PersonaDocument | null {
  if (texts.size === 0) return null;
  let found = false;
  const isOne = (value: unknown): boolean => {
    const is = typeof value === 'string' && texts.has(value);
    found ||= is;
    return is;
  };
  const { persona } = document;
  const lists = ['favouriteWords', 'neverSays', 'openings', 'closings', 'greetings'] as const;
  const single = ['register', 'rhythm', 'humour'] as const;
  const voice = { ...persona.voice };
  for (const list of lists) voice[list] = voice[list].filter((text) => !isOne(text));
  for (const name of single) if (isOne(voice[name])) delete voice[name];
  const redacted = {
    ...document,
    persona: {
      ...persona,
      summary: isOne(persona.summary) ? '' : persona.summary,
      behaviours: persona.behaviours.filter((text) => !isOne(text)),
      voice,
    },
  };
  return found ? redacted : null;
}

function at(document: unknown, path: string): unknown {
  let value = document;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function tellsOf({ path, evidence, from }: StoredDraftItem, documentId: string): boolean {
  // It words each entry of a life anew; one without evidence may rest on any.
  if (path === 'persona.summary') return evidence.length === 0 || evidence.includes(documentId);
  // What a model worded may tell of any document that it read; a habit shows in the others as well.
  return (from === 'model' || evidence.length === 1) && evidence.includes(documentId);
}
