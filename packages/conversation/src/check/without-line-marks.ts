/** The marks that stand for line breaks in the evidence, where a model copied them: " / " between words. */
export function withoutLineMarks(text: string): string {
  return text.replace(/^(\s*)\/\s+(?=\S)/u, '$1').replaceAll(/(?<=\p{L})\s\/\s(?=\p{L})/gu, ', ');
}
