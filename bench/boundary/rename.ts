const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const named = (name: string, flags = 'gu'): RegExp =>
  new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, flags);

export const names = (question: string, name: string): boolean => named(name).test(question);

/** The question with one name in the place of others. */
export function rename(question: string, from: readonly string[], to: string): string {
  return from.reduce((text, name) => text.replace(named(name), to), question);
}

/** A question about somebody, put to them: "What did Ida do after her race?" → "What did you do after your race?". */
export function toYou(question: string, name: string): string {
  const put = question
    .replace(new RegExp(`(?<!\\p{L})${escaped(name)}['’]s?(?!\\p{L})`, 'gu'), 'your')
    .replace(named(name), 'you')
    .replace(/\b(?:he|she)\b/giu, 'you')
    .replace(/\b(?:his|her)\b(?=\s+\p{L})/giu, 'your')
    .replace(/\b(?:him|her)\b/giu, 'you')
    .replace(/\b(?:himself|herself)\b/giu, 'yourself')
    .replace(/\bdoes you\b/giu, 'do you')
    .replace(/\bis you\b/giu, 'are you')
    .replace(/\bwas you\b/giu, 'were you')
    .replace(/\bhas you\b/giu, 'have you')
    .replace(
      /\byou (is|was|has|does)\b/giu,
      (_, verb: string) => `you ${agree[verb.toLowerCase()] ?? verb}`,
    );
  return put.charAt(0).toUpperCase() + put.slice(1);
}

const agree: Readonly<Record<string, string>> = { is: 'are', was: 'were', has: 'have', does: 'do' };
