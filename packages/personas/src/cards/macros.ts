/** Replaces the macros that stand for the character; those for whoever it talks to become "the user". */
export function fillMacros(text: string, name: string): string {
  return text
    .replaceAll(/\{\{char\}\}|<(?:char|bot)>/gi, () => name)
    .replaceAll(/\{\{user\}\}|<user>/gi, 'the user')
    .replaceAll(/\{\{(?:\/\/|comment:)[^{}]*\}\}/gi, '')
    .replaceAll(/\r\n?/g, '\n')
    .trim();
}

/** A card of V3 may hold directives of one application in front of an entry (`@@depth 4`); they are no text. */
export function withoutDecorators(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^@@@?\w/.test(line.trim()))
    .join('\n');
}

/** As much of the text as fits, cut behind a sentence where there is one. */
export function firstSentences(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('.\n'), cut.lastIndexOf('! '));
  if (end > length / 3) return cut.slice(0, end + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()}…`;
}
