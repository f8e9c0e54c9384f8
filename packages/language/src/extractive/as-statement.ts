const auxiliary = 'did|do|does|have|has|had|are|were|is|was|can|could|would|will|should';
const interrogative = `(?:who|what|which|where|when|why|how(?: (?:many|much|old|long|far|often))?|${auxiliary})`;
const inverted = new RegExp(`\\b(?:${auxiliary})\\s+you\\b`, 'giu');
/** "How did your dad die?" is told without the "did"; "Who was at the wedding?" with its verb. */
const asking = new RegExp(
  `^(?:(?:and|but|so) )?${interrogative}\\b\\s*(?:(?:did|do|does)\\s+(?=\\p{L}))?`,
  'iu',
);
const longest = 300;

/**
 * A question in the words that its answer may begin with: "Who introduced you to your husband?" becomes "Introduced me
 * to my husband." To an embedder a sentence that tells is nearer to one that tells than to one that asks. Null where
 * it is not English.
 */
export function asStatement(question: string, language: string): string | null {
  if (language !== 'en' || question.length > longest) return null;
  const told = question
    .trim()
    .replace(/[?\s]+$/u, '')
    .replace(inverted, 'I')
    .replace(asking, '')
    .replace(/\byours\b/giu, 'mine')
    .replace(/\byourself\b/giu, 'myself')
    .replace(/\byour\b/giu, 'my')
    .replace(/\byou\b/giu, (_, at: number) => (at === 0 ? 'I' : 'me'));
  if (!/\p{L}/u.test(told)) return null;
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}.`;
}
