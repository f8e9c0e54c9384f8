import type { TimePrecision } from '@personate/contracts';

/** "May 2019", or "1843" where no month is known, in the given language. */
export function sayMonth(at: string, precision: TimePrecision | null, language: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  const options: Intl.DateTimeFormatOptions =
    precision === 'year'
      ? { year: 'numeric', timeZone: 'UTC' }
      : { month: 'long', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(localeFor(language), options).format(date);
}

/** "13 December 1978", or as much of it as is known. */
export function sayDay(at: string, precision: TimePrecision, language: string): string {
  if (precision === 'year' || precision === 'month') return sayMonth(at, precision, language);
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(localeFor(language), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}

/** "German", "Deutsch", "tyska": the language's name in another language. */
export function sayLanguage(of: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([localeFor(inLanguage)], { type: 'language' }).of(of) ?? of;
  } catch {
    return of;
  }
}

function localeFor(language: string): string {
  // British order and words are the plainest for readers of English everywhere.
  if (language === 'en') return 'en-GB';
  return /^[a-z]{2,3}$/u.test(language) ? language : 'en-GB';
}
