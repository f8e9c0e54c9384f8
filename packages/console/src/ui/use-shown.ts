import { useState } from 'react';

/** The first of many, and more on demand: nobody reads ten thousand rows, and a page of them is slow. */
export function useShown<Item>(
  items: readonly Item[],
  step: number,
): { shown: readonly Item[]; left: number; more: () => void } {
  const [count, setCount] = useState(step);
  return {
    shown: items.slice(0, count),
    left: Math.max(0, items.length - count),
    more: () => setCount(count + step),
  };
}
