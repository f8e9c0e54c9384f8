export interface QuotedPart {
  start: number;
  end: number;
  inside: string;
}

/**
 * What stands between these tags, from left to right. One that is never closed is looked for once: a pattern would
 * search to the end of the text from each of a thousand.
 */
export function quotedParts(text: string, tags: readonly string[]): QuotedPart[] {
  const opening = new RegExp(`<(${tags.join('|')})>`, 'giu');
  const unclosed = new Set<string>();
  const parts: QuotedPart[] = [];
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const tag = (found[1] ?? '').toLowerCase();
    if (unclosed.has(tag)) continue;
    const closing = new RegExp(`</${tag}>`, 'giu');
    closing.lastIndex = opening.lastIndex;
    const closed = closing.exec(text);
    if (closed === null) {
      unclosed.add(tag);
      continue;
    }
    parts.push({
      start: found.index,
      end: closing.lastIndex,
      inside: text.slice(opening.lastIndex, closed.index),
    });
    opening.lastIndex = closing.lastIndex;
  }
  return parts;
}
