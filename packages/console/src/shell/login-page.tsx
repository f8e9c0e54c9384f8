import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../client.ts';
import { Button, Trouble } from '../ui/parts.tsx';

/** Where one lands without a login; whatever page was asked for is shown after it. */
export function LoginPage({ failed, onDone }: { failed: Error | null; onDone: () => void }) {
  const [token, setToken] = useState('');
  const logIn = useMutation({
    mutationFn: () => client.session.logIn(token.trim().replace(/^.*#token=/, '')),
    onSuccess: onDone,
  });
  const trouble = logIn.error ?? failed;
  return (
    <main className="mx-auto flex h-full max-w-md flex-col justify-center gap-4 px-4">
      <h1 className="text-2xl font-semibold">Personate</h1>
      <p className="text-muted">
        Open the link that the terminal shows, or run <code>npx personate login</code> for a new one
        and paste it here. Each link logs in once.
      </p>
      {trouble !== null && <Trouble error={trouble} />}
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          logIn.mutate();
        }}
      >
        <input
          aria-label="Login link or token"
          value={token}
          autoComplete="off"
          onChange={(event) => setToken(event.target.value)}
          className="min-w-0 flex-1 rounded-lg border border-line bg-raised px-3 py-2 text-base"
        />
        <Button type="submit" tone="accent" disabled={token.trim() === '' || logIn.isPending}>
          Log in
        </Button>
      </form>
    </main>
  );
}
