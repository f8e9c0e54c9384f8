import { useEffect } from 'react';

/** What the tab and the history call this page. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Personate` : 'Personate';
  }, [title]);
}
