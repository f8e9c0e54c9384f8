import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { api, ApiError } from './api.ts';
import { router } from './router.tsx';
import { LoginPage } from './shell/login-page.tsx';
import './theme.css';

const retryable = (error: unknown) =>
  !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => count < 2 && retryable(error), staleTime: 5_000 },
  },
});

/** A token in the fragment never reaches a server's log; it is taken out of the address at once. */
function takeToken(): string | null {
  const token = /[#&]token=([^&]+)/.exec(location.hash)?.[1];
  if (token === undefined) return null;
  history.replaceState(null, '', location.pathname + location.search);
  return decodeURIComponent(token);
}
// Taken once, outside React: its strict mode runs effects twice, and a token is for one use.
const arrival: Promise<unknown> = (async () => {
  const token = takeToken();
  const refused =
    token === null
      ? null
      : await api.logIn(token).then(
          () => 'in' as const,
          (error: unknown) => error,
        );
  if (refused === 'in') return null;
  const known = await api.session().catch((error: unknown) => error);
  if (!(known instanceof Error)) return null;
  if (refused !== null) return refused;
  return known instanceof ApiError && known.status === 401 ? 'login' : known;
})();

function App() {
  const [state, setState] = useState<'arriving' | 'in' | 'out'>('arriving');
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    void arrival.then((trouble) => {
      setState(trouble === null ? 'in' : 'out');
      setFailed(trouble === 'login' ? null : trouble);
    });
  }, []);
  useEffect(
    () =>
      // A login ends after a month, or with the admin key it was made by: the next refused request leads back to the door.
      queries.getQueryCache().subscribe(({ query }) => {
        if (query.state.error instanceof ApiError && query.state.error.status === 401)
          setState('out');
      }),
    [],
  );
  useEffect(() => {
    document.documentElement.dataset['theme'] ??= matchMedia('(prefers-color-scheme: dark)').matches
      ? 'dark'
      : 'light';
  }, []);
  if (state === 'arriving') return null;
  if (state === 'out') {
    return (
      <LoginPage
        failed={failed}
        onDone={() => {
          queries.clear();
          setState('in');
        }}
      />
    );
  }
  return <RouterProvider router={router} />;
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
