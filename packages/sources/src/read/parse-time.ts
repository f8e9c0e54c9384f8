import type { TimePrecision } from '@personate/contracts';

export interface ParsedTime {
  /** ISO 8601 in UTC: the first instant of what is known. */
  at: string;
  atPrecision: TimePrecision;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const year = '(?<year>\\d{4})';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?';
const clock =
  '(?<hour>\\d{1,2})(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?)? ?(?<half>[ap]\\.?m\\.?)?';
const zone = '(?: ?(?<zone>z|utc|gmt|[+-]\\d{2}:?\\d{2}))?';
const time = `${clock}${zone}`;

/** Whole-string forms. Those with day and month in figures and an open order (03/04/2023) are left out on purpose. */
const forms = [
  `${year}(?:-(?<m>\\d{1,2})(?:-(?<day>\\d{1,2})(?:(?:t| )${time})?)?)?`,
  `${year}/(?<m>\\d{1,2})/(?<day>\\d{1,2})(?: ${time})?`,
  // 1:56 pm on 8 May, 2023
  `${time},?(?: on)? ${weekday}${day} ${month},? ${year}`,
  `${time},?(?: on)? ${weekday}${month} ${day},? ${year}`,
  `${weekday}${day} ${month},? ${year}(?:,?(?: at)? ${time})?`,
  `${weekday}${month} ${day},? ${year}(?:,?(?: at)? ${time})?`,
  `${month},? ${year}`,
  // Wed Oct 10 20:19:24 +0000 2018
  `${weekday}${month} ${day} ${time} ${year}`,
].map((form) => new RegExp(`^${form}$`, 'i'));

/**
 * Reads a time as people and platforms write it, to the precision it is given in. A time without a zone is taken as UTC.
 * Numbers are years up to 9999, else Unix time in seconds or, from 1e11 on, milliseconds.
 * @returns null when it cannot be told what is meant.
 */
export function parseTime(value: string | number): ParsedTime | null {
  if (typeof value === 'number') return ofNumber(value);
  const text = value
    .trim()
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .slice(0, 100);
  if (/^\d{9,14}$/.test(text)) return ofNumber(Number(text));
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups) return ofParts(groups);
  }
  return null;
}

function ofNumber(value: number): ParsedTime | null {
  if (Number.isInteger(value) && value >= 1 && value <= 9999)
    return ofParts({ year: String(value).padStart(4, '0') });
  const ms = value >= 1e11 ? value : value * 1000;
  // Less than 1e8 s is 1973: no export goes back so far, so it is another kind of number.
  if (!(ms >= 1e11 && ms < 253_402_300_800_000)) return null;
  return { at: new Date(ms).toISOString(), atPrecision: 'second' };
}

function ofParts(parts: Record<string, string | undefined>): ParsedTime | null {
  const monthOfYear =
    parts.m === undefined
      ? parts.month === undefined
        ? 0
        : months.indexOf(parts.month.slice(0, 3).toLowerCase()) + 1
      : Number(parts.m);
  if (parts.year === undefined || parts.year === '0000') return null;
  if (parts.m !== undefined && monthOfYear === 0) return null;
  const dayOfMonth = Number(parts.day ?? 1);
  const hour = hourOf(parts);
  const [minute, second] = [Number(parts.minute ?? 0), Number(parts.second ?? 0)];
  // A leap second is the last one of its minute.
  if (hour === null || minute > 59 || second > 60) return null;
  const fraction = Number(`0.${parts.fraction ?? '0'}`);
  const local = new Date(0);
  local.setUTCFullYear(Number(parts.year), Math.max(0, monthOfYear - 1), dayOfMonth);
  if (local.getUTCMonth() !== Math.max(0, monthOfYear - 1) || local.getUTCDate() !== dayOfMonth)
    return null;
  local.setUTCHours(hour, minute, Math.min(59, second), Math.floor(fraction * 1000));
  const offset = offsetMinutes(parts.zone);
  if (offset === null) return null;
  const instant = new Date(local.getTime() - offset * 60_000);
  if (instant.getUTCFullYear() < 1 || instant.getUTCFullYear() > 9999) return null;
  return { at: instant.toISOString(), atPrecision: precisionOf(parts, monthOfYear) };
}

function hourOf(parts: Record<string, string | undefined>): number | null {
  const hour = Number(parts.hour ?? 0);
  if (parts.half === undefined) {
    // "10 on 8 May" is no time of the day without minutes or am and pm.
    if (parts.hour !== undefined && parts.minute === undefined) return null;
    return hour > 23 ? null : hour;
  }
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (parts.half.toLowerCase().startsWith('p') ? 12 : 0);
}

function offsetMinutes(zoneText: string | undefined): number | null {
  if (zoneText === undefined || !/^[+-]/.test(zoneText)) return 0;
  const digits = zoneText.replace(':', '');
  const [hours, minutes] = [Number(digits.slice(1, 3)), Number(digits.slice(3, 5))];
  if (hours > 23 || minutes > 59) return null;
  return (digits.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function precisionOf(
  parts: Record<string, string | undefined>,
  monthOfYear: number,
): TimePrecision {
  if (parts.second !== undefined) return 'second';
  if (parts.hour !== undefined) return 'minute';
  if (parts.day !== undefined) return 'day';
  return monthOfYear > 0 ? 'month' : 'year';
}
