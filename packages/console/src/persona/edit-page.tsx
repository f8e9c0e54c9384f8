import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useBlocker, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { PersonateError } from '@personate/client';
import { client } from '../client.ts';
import { Busy, Button, Trouble } from '../ui/parts.tsx';
import { ConfirmSubject, isUnconfirmed } from './confirm-subject.tsx';
import { useTitle } from '../ui/use-title.ts';
import { showLine, YamlTrouble } from './yaml-trouble.tsx';

/** The persona's document as text. Saving appends a version; what was wrong is told, and the text stays. */
export function EditPage({ personaId }: { personaId: string }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const head = useQuery({
    queryKey: ['yaml', personaId],
    queryFn: async () => {
      // The number first: a version that comes between is refused when the text is saved, never overwritten.
      const { headVersion } = await client.personas.get(personaId);
      return { headVersion, text: await client.personas.getYaml(personaId) };
    },
    gcTime: 0,
    staleTime: Infinity,
  });
  const [typed, setTyped] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const saved = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  /** The version that came between: the text is saved over it only once its user knows of it. */
  const [moved, setMoved] = useState<number | null>(null);
  useTitle(`Edit ${personaId}`);
  const save = useMutation({
    mutationFn: (given: { text: string; expectedHead: number; confirmSubject?: boolean }) =>
      client.personas.replace(personaId, given.text, {
        expectedHead: given.expectedHead,
        ...(given.confirmSubject === true ? { confirmSubject: true } : {}),
        note: note.trim() || 'Edited in the console.',
      }),
    onError: async (error) => {
      if (!(error instanceof PersonateError && error.code === 'persona.head-moved')) return;
      setMoved((await client.personas.get(personaId)).headVersion);
    },
    onSuccess: async () => {
      saved.current = true;
      for (const stale of ['persona', 'personas', 'versions', 'consent'])
        await queries.invalidateQueries({ queryKey: [stale] });
      await navigate({ to: '/p/$personaId/about', params: { personaId } });
    },
  });
  const changed = typed !== null && typed !== head.data?.text;
  useBlocker({
    shouldBlockFn: () => changed && !saved.current && !confirm('Leave without saving?'),
    enableBeforeUnload: () => changed && !saved.current,
  });
  if (head.error)
    return (
      <div className="p-6">
        <Trouble error={head.error} />
      </div>
    );
  if (!head.data)
    return (
      <div className="p-6">
        <Busy>Fetching the persona …</Busy>
      </div>
    );
  const { text } = head.data;
  const headVersion = moved ?? head.data.headVersion;
  return (
    <form
      className="mx-auto flex h-full w-full max-w-4xl flex-col gap-3 px-4 py-8"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== null) save.mutate({ text: typed, expectedHead: headVersion });
      }}
    >
      <header className="flex flex-wrap items-baseline justify-between gap-3">
        <h1 className="text-2xl font-semibold">Edit {personaId}</h1>
        <p className="text-sm text-muted tabular-nums">
          Version {headVersion}; saving makes version {headVersion + 1}
        </p>
      </header>
      <textarea
        ref={field}
        aria-label="The persona as YAML"
        value={typed ?? text}
        onChange={(event) => setTyped(event.target.value)}
        spellCheck={false}
        autoCapitalize="off"
        className="min-h-[24rem] flex-1 rounded-lg border border-line bg-raised p-3 font-mono text-[13px] leading-relaxed"
      />
      {save.error &&
        (isUnconfirmed(save.error) && typed !== null ? (
          <ConfirmSubject
            message={save.error.message}
            onConfirm={() =>
              save.mutate({ text: typed, expectedHead: headVersion, confirmSubject: true })
            }
          />
        ) : (
          <YamlTrouble
            error={save.error}
            onLine={(line) => field.current && showLine(field.current, line)}
          />
        ))}
      {save.error && moved !== null && (
        <p role="status" className="text-sm">
          Your text is still here. It was begun from version {head.data.headVersion}: saving it
          again puts it in the place of version {moved}, which{' '}
          <Link
            to="/p/$personaId/about"
            params={{ personaId }}
            target="_blank"
            className="text-accent hover:underline"
          >
            the persona’s page
          </Link>{' '}
          shows.
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <input
          aria-label="What changed, in a few words"
          placeholder="What changed (optional)"
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          className="min-w-0 flex-1 basis-56 rounded-lg border border-line bg-raised px-3 py-1.5 text-sm"
        />
        <Button type="submit" tone="accent" disabled={!changed || save.isPending}>
          {save.isPending ? 'Saving …' : 'Save as a new version'}
        </Button>
        <Link
          to="/p/$personaId/about"
          params={{ personaId }}
          className="rounded-lg px-3 py-1.5 text-sm font-medium text-muted hover:bg-sunken hover:text-ink"
        >
          Back
        </Link>
      </div>
    </form>
  );
}
