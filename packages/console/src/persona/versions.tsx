import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { VersionSummary } from '@personate/contracts';
import { useState } from 'react';
import { client } from '../client.ts';
import { formatDate } from '../ui/format.ts';
import { Button, Panel, Trouble } from '../ui/parts.tsx';
import { Changes } from './changes.tsx';
import { TroubleOrConfirm } from './confirm-subject.tsx';

const page = 20;

/** How it came to be so: every version with what it changed. */
export function Versions({ personaId, head }: { personaId: string; head: number }) {
  const queries = useQueryClient();
  const versions = useInfiniteQuery({
    queryKey: ['versions', personaId, head],
    queryFn: ({ pageParam: before }) =>
      client.versions.list(personaId, {
        limit: page,
        ...(before === null ? {} : { before }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) =>
      last.length < page ? undefined : (last.at(-1)?.version ?? undefined),
  });
  const rollback = useMutation({
    mutationFn: ({ version, ...confirmed }: { version: number; confirmSubject?: true }) =>
      client.versions.rollback(personaId, version, confirmed),
    onSuccess: async () => {
      for (const stale of ['persona', 'personas', 'versions', 'consent'])
        await queries.invalidateQueries({ queryKey: [stale] });
    },
  });
  return (
    <Panel title="Versions">
      {versions.error && <Trouble error={versions.error} />}
      {rollback.error && (
        <TroubleOrConfirm
          error={rollback.error}
          onConfirm={() => rollback.mutate({ ...rollback.variables, confirmSubject: true })}
        />
      )}
      <ol>
        {versions.data?.pages.flat().map((one) => (
          <Version
            key={one.version}
            personaId={personaId}
            version={one}
            isHead={one.version === head}
            busy={rollback.isPending}
            onRollback={() => rollback.mutate({ version: one.version })}
          />
        ))}
      </ol>
      {versions.hasNextPage && (
        <Button
          tone="quiet"
          disabled={versions.isFetching}
          onClick={() => void versions.fetchNextPage()}
        >
          Show earlier ones
        </Button>
      )}
    </Panel>
  );
}

function Version({
  personaId,
  version: { version, origin, createdAt, note },
  isHead,
  busy,
  onRollback,
}: {
  personaId: string;
  version: VersionSummary;
  isHead: boolean;
  busy: boolean;
  onRollback: () => void;
}) {
  const [open, setOpen] = useState(false);
  const diff = useQuery({
    queryKey: ['diff', personaId, version],
    queryFn: () => client.versions.diff(personaId, version - 1, version),
    enabled: open && version > 1,
  });
  return (
    <li className="border-t border-line py-2 first:border-t-0">
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
        <button
          type="button"
          aria-expanded={open}
          disabled={version === 1}
          onClick={() => setOpen(!open)}
          className="min-w-0 flex-1 truncate text-left disabled:opacity-100"
        >
          <b className="tabular-nums">{version}</b>{' '}
          <span className="text-muted">
            {origin} · {formatDate(createdAt, 'day')}
          </span>{' '}
          {note}
        </button>
        {!isHead && (
          <Button tone="quiet" disabled={busy} onClick={onRollback}>
            Go back to this
          </Button>
        )}
      </div>
      {open && diff.error && <Trouble error={diff.error} />}
      {open && diff.data && (
        <div className="pt-2">
          <Changes changes={diff.data.changes} />
        </div>
      )}
    </li>
  );
}
