import { useSyncExternalStore } from 'react';

type Theme = 'light' | 'dark';

const key = 'personate.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function chosen(): Theme | null {
  const value = localStorage.getItem(key);
  return value === 'light' || value === 'dark' ? value : null;
}

const current = (): Theme => chosen() ?? (system.matches ? 'dark' : 'light');

function show(): void {
  document.documentElement.dataset['theme'] = current();
  for (const listener of listeners) listener();
}

/** The system's theme until somebody chooses another. */
export function followTheme(): void {
  system.addEventListener('change', show);
  show();
}

export function switchTheme(): void {
  localStorage.setItem(key, current() === 'dark' ? 'light' : 'dark');
  show();
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}
