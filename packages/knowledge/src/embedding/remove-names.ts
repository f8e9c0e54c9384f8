/** The words of a name that can stand for it: "Dr. Ada B. King" → Ada, King. */
export function nameParts(name: string): string[] {
  return (name.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []).filter(
    (part) => part.length >= 2 && /^\p{Lu}|^\p{Lo}/u.test(part) && !titles.has(part.toLowerCase()),
  );
}

/** Longer ones are no names: nobody asks by them, and an index of the database takes no key of that size. */
const longestName = 200;

/** The words, in lower case, by which a question may mean this author. */
export function authorWords(name: string): Set<string> {
  if (name.length > longestName) return new Set();
  return new Set(nameParts(name).map((part) => part.toLowerCase()));
}

const titles = new Set(['dr', 'prof', 'mr', 'mrs', 'ms', 'sir', 'von', 'van', 'de', 'la', 'the']);

/**
 * The text without these people's names, whole or in part, possessive or not. Only words written as the
 * name is are taken, so that Mark goes and "mark" stays.
 */
export function removeNames(text: string, names: readonly string[]): string {
  const parts = new Set(names.flatMap(nameParts));
  if (parts.size === 0) return text.trim();
  return text
    .normalize('NFC')
    .replace(/([\p{L}\p{M}]+)(['’]s(?!\p{L}))?/gu, (whole, word: string) =>
      parts.has(word) ? ' ' : whole,
    )
    .replace(/[^\S\n]{2,}/gu, ' ')
    .trim();
}
