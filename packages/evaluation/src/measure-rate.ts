import type { MeasuredRate } from '@personate/contracts';

/** The normal deviate of a two-sided interval of 95 %. */
const z = 1.959964;

/**
 * A share with Wilson's score interval, which holds for small numbers and at 0 and 1 too.
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
 */
export function measureRate(name: string, results: readonly boolean[]): MeasuredRate {
  const of = results.length;
  const passed = results.filter(Boolean).length;
  if (of === 0) return { name, passed, of, rate: null, low: null, high: null };
  const rate = passed / of;
  const weight = 1 + z ** 2 / of;
  const middle = (rate + z ** 2 / (2 * of)) / weight;
  const half = (z / weight) * Math.sqrt((rate * (1 - rate)) / of + z ** 2 / (4 * of ** 2));
  return {
    name,
    passed,
    of,
    rate,
    low: Math.max(0, middle - half),
    high: Math.min(1, middle + half),
  };
}

/** How many of the cases passed. */
export const rateOfCases = (
  name: string,
  cases: ReadonlyArray<{ passed: boolean }>,
): MeasuredRate =>
  measureRate(
    name,
    cases.map(({ passed }) => passed),
  );
