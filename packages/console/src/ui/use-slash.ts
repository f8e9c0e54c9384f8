import { useEffect, type RefObject } from 'react';

const fields = 'input, textarea, select, [contenteditable], dialog';

/** `/` goes to this field from anywhere that is not a field: one a page. */
export function useSlash(field: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey) return;
      if ((event.target as HTMLElement | null)?.closest(fields)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [field]);
}
