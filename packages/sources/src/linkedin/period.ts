import { type ParsedTime, parseTime } from '../read/parse-time.ts';

export interface Period {
  start: ParsedTime | null;
  end: ParsedTime | null;
  /** The cells that hold something which is no date. */
  unclear: string[];
}

export function readPeriod(started: string | undefined, finished: string | undefined): Period {
  const [start, end] = [started, finished].map((cell) => (cell ? parseTime(cell) : null));
  const unclear = [started && !start ? started : null, finished && !end ? finished : null].filter(
    (cell) => cell !== null,
  );
  return { start: start ?? null, end: end ?? null, unclear };
}

const monthNames =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `5 March 2019`, `March 2019` or `2019`, as far as it is known. */
export function sayTime(time: ParsedTime): string {
  const [year = '', month = '', day = ''] = time.at.slice(0, 10).split('-');
  const plainYear = String(Number(year));
  if (time.atPrecision === 'year') return plainYear;
  const monthAndYear = `${monthNames[Number(month) - 1]} ${plainYear}`;
  return time.atPrecision === 'month' ? monthAndYear : `${Number(day)} ${monthAndYear}`;
}

/** `from January 2014 to March 2019`, `since January 2014`, `until March 2019`, `in 2012`; '' when nothing is known. */
export function sayPeriod({ start, end }: Period): string {
  if (start && end)
    return sayTime(start) === sayTime(end)
      ? `in ${sayTime(start)}`
      : `from ${sayTime(start)} to ${sayTime(end)}`;
  if (start) return `since ${sayTime(start)}`;
  return end ? `until ${sayTime(end)}` : '';
}

/** `2019-03-05`, `2019-03` or `2019`. */
export function shortTime(time: ParsedTime): string {
  const length = { year: 4, month: 7, day: 10, minute: 10, second: 10 }[time.atPrecision];
  return time.at.slice(0, length);
}
