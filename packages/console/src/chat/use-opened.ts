import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** The answer and the source in it that the address says is open: `e=<turnId>.<n>`. */
export function useOpened(personaId: string, opened: string | undefined) {
  const navigate = useNavigate();
  const router = useRouter();
  const [turnId = null, n] = opened?.split('.') ?? [];
  const number = Number(n);
  const show = useCallback(
    (turn: string | undefined, source: number | null) => {
      if (source === null || turn === undefined) {
        // Back, where opening it was a step of its own; else the reader would have to go back through it.
        if (router.history.location.state.evidence) router.history.back();
        else
          void navigate({
            to: '/p/$personaId',
            params: { personaId },
            search: ({ c }) => (c === undefined ? {} : { c }),
            replace: true,
          });
        return;
      }
      void navigate({
        to: '/p/$personaId',
        params: { personaId },
        search: ({ c }) => ({ ...(c === undefined ? {} : { c }), e: `${turn}.${source}` }),
        state: { evidence: true },
        replace: opened !== undefined,
        resetScroll: false,
      });
    },
    [navigate, router, personaId, opened],
  );
  return { turnId, source: Number.isInteger(number) && number > 0 ? number : null, show };
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** It was opened from the page before. */
    evidence?: boolean;
  }
}
