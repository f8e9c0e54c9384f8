import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { client, consoleUser } from '../client.ts';
import { isLoggedOut } from '../session.ts';

/** What it has learnt about whoever uses this console, each with a way to take it back. */
export function Learnt({ personaId, quietMs }: { personaId: string; quietMs: number | undefined }) {
  const queries = useQueryClient();
  const memories = useQuery({
    queryKey: ['memories', personaId],
    queryFn: () => client.memories.list(personaId, { user: consoleUser }),
    refetchInterval: ({ state }) => (isLoggedOut(state.error) ? false : 5_000),
  });
  const forget = useMutation({
    mutationFn: (memoryId: string) => client.memories.delete(personaId, memoryId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['memories', personaId] }),
  });
  const active = memories.data?.filter((memory) => memory.status === 'active') ?? [];
  return (
    <section aria-label="Learnt about you" className="mt-6 border-t border-line pt-4">
      <h2 className="mb-2 text-sm font-semibold">Learnt about you</h2>
      {active.length === 0 ? (
        <p className="text-sm text-muted">
          Nothing yet. Tell it something about yourself
          {quietMs
            ? `; it learns once you have been quiet for ${Math.round(quietMs / 1000)} s`
            : ''}
          .
        </p>
      ) : (
        <ul className="flex flex-col gap-1">
          {active.map((memory) => (
            <li key={memory.memoryId} className="flex items-start justify-between gap-2 text-sm">
              <span title={`You said: “${memory.quote}”`} dir="auto">
                {memory.text}
              </span>
              <button
                type="button"
                aria-label={`Forget: ${memory.text}`}
                onClick={() => forget.mutate(memory.memoryId)}
                className="rounded p-1 text-muted hover:bg-sunken hover:text-ink"
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
