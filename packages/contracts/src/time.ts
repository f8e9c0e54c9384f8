import type { TimePrecision } from './document.ts';

/**
 * The last millisecond that a time of this precision may mean: a document of 1852 is known to have been there only
 * when that year was over. `at` is the first instant of what is known, in UTC.
 */
export function latestMs(at: string, precision: TimePrecision = 'second'): number {
  const from = new Date(at);
  switch (precision) {
    case 'second':
      return from.getTime();
    case 'minute':
      return Math.floor(from.getTime() / 60_000) * 60_000 + 59_999;
    case 'day':
      return beginning(from, 0, 0, 1) - 1;
    case 'month':
      return beginning(from, 0, 1, 0) - 1;
    case 'year':
      return beginning(from, 1, 0, 0) - 1;
  }
}

/** A knowledge date as an instant: a day is known to its end. */
export function endOfKnowledge(asOf: string): string {
  return asOf.length === 10 ? `${asOf}T23:59:59.999Z` : asOf;
}

/** When the next one begins, by years, months or days. */
function beginning(from: Date, years: number, months: number, days: number): number {
  const next = new Date(0);
  const coarse = years > 0 ? 'year' : months > 0 ? 'month' : 'day';
  next.setUTCFullYear(
    from.getUTCFullYear() + years,
    coarse === 'year' ? 0 : from.getUTCMonth() + months,
    coarse === 'day' ? from.getUTCDate() + days : 1,
  );
  return next.getTime();
}
