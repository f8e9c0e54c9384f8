import './no-eval.ts';
import { PersonateError } from '@personate/client';
import {
  QueryClient,
  QueryClientProvider,
  type MutationCacheNotifyEvent,
  type QueryCacheNotifyEvent,
} from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router.tsx';
import { arrive, isLoggedOut, onLoginLink, type Arrival } from './session.ts';
import { LoginPage } from './shell/login-page.tsx';
import { followTheme } from './shell/theme.ts';
import { Dialog } from './ui/dialog.tsx';
import './theme.css';

const Reference = lazy(() =>
  import('./reference/reference-page.tsx').then((page) => ({ default: page.ReferencePage })),
);
/** The API's description is for everybody: it needs no login. */
const isReference = /^\/docs\/?$/.test(location.pathname);

const retryable = (error: unknown) =>
  !(error instanceof PersonateError) || error.status === 0 || error.status >= 500;
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => count < 2 && retryable(error), staleTime: 5_000 },
  },
});

// Once, outside React: its strict mode runs effects twice, and a token is for one use.
const arrival: Promise<Arrival> = isReference ? Promise.resolve(null) : arrive();
followTheme();
/** The board of the queues is the server's own page; it sends here who has no login yet. */
const isForBoard = new URLSearchParams(location.search).get('then') === 'queues';
const openBoard = () => location.replace('/queues/');

function App() {
  const [state, setState] = useState<Arrival | 'arriving'>('arriving');
  /** What is being written stays: a login that ends in the middle of it covers the page, and does not take it away. */
  const [hasBeenIn, setHasBeenIn] = useState(false);
  useEffect(() => {
    const enter = (next: Arrival) => {
      if (next === null && isForBoard) return openBoard();
      setState(next);
      if (next !== null) return;
      setHasBeenIn(true);
      void askAgain();
    };
    void arrival.then(enter);
    return onLoginLink(enter);
  }, []);
  useEffect(() => {
    // A login ends after a month, or with the admin key it was made by: the next refused request leads back to the door.
    const look = (event: QueryCacheNotifyEvent | MutationCacheNotifyEvent) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return;
      if (isLoggedOut(event.action.error)) setState('login');
    };
    const stop = [queries.getQueryCache().subscribe(look), queries.getMutationCache().subscribe(look)]; // prettier-ignore
    return () => stop.forEach((one) => one());
  }, []);
  if (state === 'arriving') return null;
  const isOut = state !== null;
  const login = isOut && (
    <LoginPage
      failed={state === 'login' ? null : state}
      onDone={() => {
        if (isForBoard) return openBoard();
        setState(null);
        setHasBeenIn(true);
        void askAgain();
      }}
    />
  );
  if (!hasBeenIn) return login;
  return (
    <>
      <RouterProvider router={router} />
      {/* A modal: one of the page's may be open, and would let nobody reach what is not above it. */}
      <Dialog
        label="Log in"
        open={isOut}
        held={isOut}
        onClose={() => undefined}
        className="size-full max-h-none max-w-none"
      >
        {login}
      </Dialog>
    </>
  );
}

/** What was refused: all else is as fresh as it was, and a text begun from one version is not one of a newer. */
const askAgain = () =>
  queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      {isReference ? (
        <Suspense>
          <Reference />
        </Suspense>
      ) : (
        <App />
      )}
    </QueryClientProvider>
  </StrictMode>,
);
