import { useEffect, useState } from 'react';

type Theme = 'light' | 'dark';

const stored = (): Theme | null => {
  const value = localStorage.getItem('personate.theme');
  return value === 'light' || value === 'dark' ? value : null;
};

/** The system's theme until somebody chooses another. */
export function useTheme(): [Theme, () => void] {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const [theme, setTheme] = useState<Theme>(stored() ?? (system.matches ? 'dark' : 'light'));
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => stored() === null && setTheme(query.matches ? 'dark' : 'light');
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return [
    theme,
    () => {
      const next = theme === 'dark' ? 'light' : 'dark';
      localStorage.setItem('personate.theme', next);
      setTheme(next);
    },
  ];
}
