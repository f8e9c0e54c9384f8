const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The characters as people count them: an emoji with its modifiers is one. */
export function charactersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
