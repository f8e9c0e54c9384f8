import './no-eval.ts';
import { PersonateError } from '@personate/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './router.tsx';
import { arrive, isLoggedOut, onLoginLink, type Arrival } from './session.ts';
import { LoginPage } from './shell/login-page.tsx';
import { followTheme } from './shell/theme.ts';
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
  useEffect(() => {
    const enter = (next: Arrival) => {
      if (next === null && isForBoard) return openBoard();
      if (next === null) void queries.resetQueries();
      setState(next);
    };
    void arrival.then(enter);
    return onLoginLink(enter);
  }, []);
  useEffect(
    () =>
      // A login ends after a month, or with the admin key it was made by: the next refused request leads back to the door.
      queries.getQueryCache().subscribe(({ query }) => {
        if (isLoggedOut(query.state.error)) setState('login');
      }),
    [],
  );
  if (state === 'arriving') return null;
  if (state === null) return <RouterProvider router={router} />;
  return (
    <LoginPage
      failed={state === 'login' ? null : state}
      onDone={() => {
        if (isForBoard) return openBoard();
        queries.clear();
        setState(null);
      }}
    />
  );
}

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
