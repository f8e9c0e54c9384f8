import { useSyncExternalStore } from 'react';

// Where the evidence stands beside the conversation; Tailwind's `lg`.
const query = matchMedia('(width >= 64rem)');

export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
}
