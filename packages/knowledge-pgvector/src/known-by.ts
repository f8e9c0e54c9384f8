/**
 * SQL: whether a row's time was over at an instant, which may be null (then all are known). A time that is known to
 * the year, month, day or minute ends with it: `latestMs` of the contracts, as Postgres says it.
 *
 * @param instant the parameter that holds the instant, such as `$3`
 */
export function knownBy(instant: string): string {
  const ends = ['year', 'month', 'day', 'minute'].map(
    (unit) => `when '${unit}' then
      (date_trunc('${unit}', at at time zone 'UTC') + interval '1 ${unit}' - interval '1 millisecond') at time zone 'UTC'`,
  );
  return `(at is null or ${instant}::timestamptz is null or (at <= ${instant}::timestamptz
    and case body->>'atPrecision' ${ends.join(' ')} else at end <= ${instant}::timestamptz))`;
}
