export interface Summary {
  n: number;
  min: number;
  median: number;
  max: number;
}

/** Of no values: n 0, the rest NaN. */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? Number.NaN;
  const middle = sorted.length / 2;
  return {
    n: sorted.length,
    min: at(0),
    median: sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2,
    max: at(sorted.length - 1),
  };
}

export const median = (values: readonly number[]): number => summarise(values).median;
