import { charactersOf } from './characters.ts';

/** The text's lines, broken at spaces where a width is given, each indented. */
export function wrap(
  text: string,
  options: { width: number | undefined; indent?: string },
): string[] {
  const { width, indent = '' } = options;
  const room = width === undefined ? Infinity : Math.max(20, width - indent.length);
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > room) {
        lines.push(indent + line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, (indent + line).trimEnd()];
  });
}

/** At most so many characters, cut between two of them. */
export function shorten(text: string, most: number): string {
  // A document may be a book; nobody's character has forty units.
  const start = text
    .slice(0, most * 40)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const characters = charactersOf(start);
  return characters.length <= most
    ? characters.join('')
    : `${characters.slice(0, most - 1).join('')}…`;
}
