import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../client.ts';
import { slugOf } from '../ui/format.ts';
import { Button, Panel, Trouble } from '../ui/parts.tsx';

/** Brings a persona in as it was elsewhere. */
export function WholePersona({
  file,
  isPack,
  onCancel,
}: {
  file: File;
  isPack: boolean;
  onCancel: () => void;
}) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const [notes, setNotes] = useState<string[]>([]);
  const bring = useMutation({
    mutationFn: async () => {
      const fields = id.trim() === '' ? {} : { as: slugOf(id) };
      if (!isPack) return client.packs.import({ file }, fields);
      return { ...(await client.packs.unpack({ file }, fields)), notes: [] };
    },
    onSuccess: async ({ version, ingestion, notes: told }) => {
      await queries.invalidateQueries({ queryKey: ['personas'] });
      if (told.length > 0) return setNotes(told);
      return open(version.personaId, ingestion?.ingestionId);
    },
  });
  const open = (personaId: string, ingestionId: string | undefined) =>
    ingestionId === undefined
      ? navigate({ to: '/p/$personaId/about', params: { personaId } })
      : navigate({
          to: '/p/$personaId/ingestions/$ingestionId',
          params: { personaId, ingestionId },
        });
  return (
    <Panel
      title={`${file.name}: ${isPack ? 'a whole persona' : 'a character'}`}
      aside={
        <Button tone="quiet" onClick={onCancel}>
          Choose another
        </Button>
      }
    >
      {bring.data === undefined ? (
        <form
          className="flex flex-col items-start gap-3 text-sm"
          onSubmit={(event) => {
            event.preventDefault();
            bring.mutate();
          }}
        >
          <p>
            {isPack
              ? 'It comes in as it was packed: character, versions and documents.'
              : 'It becomes a persona; what it tells of itself becomes what the persona knows.'}
          </p>
          <label className="flex w-full max-w-sm flex-col gap-1">
            <span>Its id here, if not its own</span>
            <input
              value={id}
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              onChange={(event) => setId(event.target.value)}
              className="rounded-lg border border-line bg-raised px-3 py-1.5"
            />
          </label>
          {bring.error && <Trouble error={bring.error} />}
          <Button type="submit" tone="accent" disabled={bring.isPending}>
            {bring.isPending ? 'Reading it …' : 'Bring it in'}
          </Button>
        </form>
      ) : (
        <div className="flex flex-col items-start gap-3 text-sm">
          <ul className="list-disc pl-5">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <Button
            tone="accent"
            onClick={() =>
              void open(bring.data.version.personaId, bring.data.ingestion?.ingestionId)
            }
          >
            Go on
          </Button>
        </div>
      )}
    </Panel>
  );
}
