import type { PersonaDocument, TimePrecision } from '@personate/contracts';

export interface Birth {
  year: number;
  /** 1–12; null where only the year is known. */
  month: number | null;
  day: number | null;
  where: string | null;
}

const begins = /^(?:born|birth(?!day)|geboren|geburt|född|födelse|nací|nacimiento)(?!\p{L})/iu;
const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

export const isMonth = (word: string): boolean => months.includes(word.toLowerCase());

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );

/** When the persona was born, by its life time line. */
export function birthOf({ persona }: Pick<PersonaDocument, 'persona'>): Birth | null {
  for (const { what, from, where } of persona.timeline) {
    const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/u.exec(from ?? '') ?? [];
    if (year === undefined || !begins.test(what)) continue;
    return {
      year: Number(year),
      month: month === undefined ? null : Number(month),
      day: day === undefined ? null : Number(day),
      where: where ?? null,
    };
  }
  return null;
}

/** By a sentence that tells of it: "I was born in London on 10 December 1815". */
export function birthIn(sentence: string): Birth | null {
  if (!/\b(?:born|geboren|föddes|född|nací)\b/iu.test(sentence)) return null;
  const year = /\b(1[0-9]{3}|20[0-2][0-9])\b/u.exec(sentence)?.[1];
  if (year === undefined) return null;
  const named = months.findIndex((month) => new RegExp(`\\b${month}\\b`, 'iu').test(sentence));
  const month = named === -1 ? null : named + 1;
  const name = month === null ? '' : (months[month - 1] ?? '');
  const spelled = ordinals.findLastIndex((word) =>
    new RegExp(`\\b${word} (?:of|day of) ${name}`, 'iu').test(sentence),
  );
  const day = new RegExp(
    `\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${name}|${name} (\\d{1,2})\\b`,
    'iu',
  ).exec(sentence);
  return {
    year: Number(year),
    month,
    day:
      month === null
        ? null
        : day === null
          ? spelled === -1
            ? null
            : spelled + 1
          : Number(day[1] ?? day[2]),
    where: null,
  };
}

/** Full years at that day; null where the birth is not known well enough to say. */
export function ageAt(birth: Birth, at: string): number | null {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const years = date.getUTCFullYear() - birth.year;
  const month = date.getUTCMonth() + 1;
  if (birth.month === null) return month === 12 && date.getUTCDate() === 31 ? years : null;
  if (birth.month === month && birth.day === null) return null;
  const before =
    month < birth.month || (month === birth.month && date.getUTCDate() < (birth.day ?? 1));
  const age = before ? years - 1 : years;
  return age >= 0 && age < 130 ? age : null;
}

/** The birth as a date that can be said. */
export function birthInstant({ year, month, day }: Birth): {
  at: string;
  precision: TimePrecision;
} {
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    at: `${year}-${two(month ?? 1)}-${two(day ?? 1)}T00:00:00Z`,
    precision: month === null ? 'year' : day === null ? 'month' : 'day',
  };
}
