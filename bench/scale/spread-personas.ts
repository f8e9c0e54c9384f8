import { generator } from '../measure/generator.ts';

export interface Spread {
  cells: number;
  /** The busiest cell's share against an even one. */
  busiest: number;
  /** The share of all questions that goes to the most asked one. */
  largestPersona: number;
}

/**
 * Personas put into cells at random, asked by Zipf's law (the nth is asked 1/n^s as often as the first): how much more
 * than its share the busiest cell gets. The median of several ways to put them.
 */
export function spreadPersonas(input: {
  personas: number;
  cells: number;
  exponent: number;
  rounds: number;
}): Spread {
  const { personas, cells, exponent, rounds } = input;
  const weights = Array.from({ length: personas }, (_, i) => (i + 1) ** -exponent);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const random = generator(11);
  const busiest = Array.from({ length: rounds }, () => {
    const loads = new Float64Array(cells);
    for (const weight of weights) {
      const cell = Math.floor(random() * cells);
      loads[cell] = (loads[cell] ?? 0) + weight;
    }
    return (Math.max(...loads) / whole) * cells;
  }).toSorted((a, b) => a - b);
  return {
    cells,
    busiest: busiest[Math.floor(rounds / 2)] ?? Number.NaN,
    largestPersona: (weights[0] ?? 0) / whole,
  };
}

/** The share of the personas, the most asked first, to which that share of the questions goes. */
export function hotMemory(input: { personas: number; exponent: number; covered: number }): number {
  const weights = Array.from({ length: input.personas }, (_, i) => (i + 1) ** -input.exponent);
  let left = weights.reduce((sum, weight) => sum + weight, 0) * input.covered;
  let hot = 0;
  for (; hot < weights.length && left > 0; hot += 1) left -= weights[hot] ?? 0;
  return hot / input.personas;
}
