import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../client.ts';
import { Dialog } from '../ui/dialog.tsx';
import { formatCount } from '../ui/format.ts';
import { Button, Trouble } from '../ui/parts.tsx';
import { receiptLines } from './receipt-words.ts';

/** Asks for the persona's id to be typed: nothing brings it back. */
export function ErasePersona({
  personaId,
  name,
  open,
  onClose,
}: {
  personaId: string;
  name: string;
  open: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const erase = useMutation({ mutationFn: () => client.erasures.persona(personaId) });
  const close = () => {
    onClose();
    setTyped('');
    if (erase.data === undefined) return erase.reset();
    void queries.invalidateQueries({ queryKey: ['personas'] });
    void navigate({ to: '/' });
  };
  return (
    <Dialog
      label={`Erase ${name}`}
      open={open}
      held={erase.isPending}
      onClose={close}
      className="m-auto w-full max-w-md rounded-lg border border-line p-5"
    >
      {erase.data === undefined ? (
        <form
          className="flex flex-col gap-3 text-sm"
          onSubmit={(event) => {
            event.preventDefault();
            erase.mutate();
          }}
        >
          <h2 className="text-base font-semibold" dir="auto">
            Erase {name}?
          </h2>
          <p>
            Its documents, vectors, versions, conversations and what it remembers of people go. A
            receipt stays. Nothing brings it back but a download of before.
          </p>
          <label className="flex flex-col gap-1">
            <span>
              Type <b className="select-all">{personaId}</b> to go on
            </span>
            <input
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
              className="rounded-lg border border-line bg-raised px-3 py-1.5"
            />
          </label>
          {erase.error && <Trouble error={erase.error} />}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" disabled={typed.trim() !== personaId || erase.isPending}>
              {erase.isPending ? 'Erasing …' : 'Erase it'}
            </Button>
            <Button tone="quiet" onClick={close} disabled={erase.isPending}>
              Keep it
            </Button>
          </div>
        </form>
      ) : (
        <div className="flex flex-col items-start gap-3 text-sm">
          <h2 className="text-base font-semibold" dir="auto">
            {erase.data.status === 'done' ? `${name} is erased` : `${name} is being erased`}
          </h2>
          {erase.data.status === 'open' && (
            <p>It waits for work that goes on at the persona, and goes on by itself.</p>
          )}
          <ul className="tabular-nums">
            {receiptLines(erase.data.removed).map(([what, count]) => (
              <li key={what}>
                {formatCount(count)} <span className="text-muted">{what}</span>
              </li>
            ))}
          </ul>
          <p className="break-all text-muted">Receipt {erase.data.erasureId}</p>
          <Button tone="accent" onClick={close}>
            To the start page
          </Button>
        </div>
      )}
    </Dialog>
  );
}
