import type { TimePrecision } from '@personate/contracts';

/** Only as much of a date as is known: a month-only date has no day to show. */
export function formatDate(
  at: string | null | undefined,
  precision: TimePrecision | null | undefined,
): string {
  if (!at) return 'undated';
  const date = new Date(at);
  const fields: Intl.DateTimeFormatOptions =
    precision === 'year'
      ? { year: 'numeric' }
      : precision === 'month'
        ? { year: 'numeric', month: 'short' }
        : { year: 'numeric', month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat('en', { ...fields, timeZone: 'UTC' }).format(date);
}

export const formatCount = (count: number) => new Intl.NumberFormat('en').format(count);

/** `1 passage`, `2 passages`. */
export const plural = (count: number, one: string) =>
  `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`;

/** A stable hue for a persona, from its id. */
export const hueOf = (id: string) => fnv1a(id) % 360;

function fnv1a(text: string): number {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash;
}

/** An id for a persona of that name, in whatever script it is written; empty for an empty one. */
export function idOf(name: string): string {
  const written = name.trim();
  if (written === '') return '';
  return slugOf(written) || `persona-${fnv1a(written).toString(36)}`;
}

/** Latin letters and digits without their marks; empty when there are none. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
}

export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 3_600 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`;
}
