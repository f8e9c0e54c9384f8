/** Names of several words in the question, but not its first word. */
const runs =
  /(?<=\S\s)(?!I\b)\p{Lu}[\p{L}’'-]+(?:\s(?:of|de|von|van|der|the|and|för|del|la)\s\p{Lu}[\p{L}’'-]+|\s\p{Lu}[\p{L}’'-]+)+/gu;

export const namesIn = (question: string): string[] =>
  [...question.matchAll(runs)].map(([name]) => name);

/**
 * Whether the question names somebody or something in several words ("Star Wars", "Muhammad Ali") that the texts
 * never name so: then what they share with it are only its parts.
 */
export function namesAbsent(question: string, texts: readonly string[]): boolean {
  const names = namesIn(question).map(fold);
  if (names.length === 0) return false;
  const held = fold(texts.join('\n'));
  return names.some((name) => !held.includes(name));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]s(?!\p{L})/gu, '')
    .replace(/[’']/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}
