/** Words of a document that an item rests on. */
export interface Quote {
  documentId: string;
  text: string;
}

const mostQuotes = 3;
const quoteLength = 220;

/** Evidence of an item: ids of its documents, and the first few of their words. */
export function evidenceOf(sentences: ReadonlyArray<{ documentId: string; text: string }>): {
  evidence: string[];
  quotes: Quote[];
} {
  const quotes = new Map<string, Quote>();
  for (const { documentId, text } of sentences) {
    if (!quotes.has(documentId)) quotes.set(documentId, { documentId, text: shortened(text) });
  }
  return {
    evidence: [...quotes.keys()].slice(0, 5),
    quotes: [...quotes.values()].slice(0, mostQuotes),
  };
}

export function shortened(text: string): string {
  if (text.length <= quoteLength) return text;
  const cut = text.slice(0, quoteLength);
  return `${cut.slice(0, Math.max(quoteLength / 2, cut.lastIndexOf(' ')))} …`;
}
