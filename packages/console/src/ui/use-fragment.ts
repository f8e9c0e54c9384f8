import { useEffect } from 'react';

const moves = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Shows what the address's fragment names: the browser looked for it before there was anything to find, and what comes
 * later pushes it away. Until the reader moves by themselves.
 */
export function useFragment(id: string): void {
  useEffect(() => {
    const named = location.hash === `#${id}` ? document.getElementById(id) : null;
    if (named?.parentElement == null) return;
    const around = new ResizeObserver(() => named.scrollIntoView());
    around.observe(named.parentElement);
    const moved = new AbortController();
    const { signal } = moved;
    signal.addEventListener('abort', () => around.disconnect());
    for (const move of moves) addEventListener(move, () => moved.abort(), { signal });
    return () => moved.abort();
  }, [id]);
}
