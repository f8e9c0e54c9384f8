import type { PersonaDocument } from '@personate/contracts';

/** Share of sentences, as measured of its own words, from which something is a habit. */
const habit = { lowerCase: 0.5, exclaims: 0.4 };

/** A line that is not the persona's, in the casing and with the marks that it writes by habit. */
export function inHabit(line: string, { persona }: PersonaDocument): string {
  const { lowerCaseStartRate = 0, exclamationRate = 0 } = persona.voice.measured ?? {};
  const cased =
    lowerCaseStartRate < habit.lowerCase
      ? line
      : line.replaceAll(/(?<=^|[.!?…]\s+)(\p{Lu})(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
  return exclamationRate < habit.exclaims ? cased : cased.replace(/\.$/u, '!');
}
