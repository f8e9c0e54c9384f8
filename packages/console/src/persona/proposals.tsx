import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../client.ts';
import { Busy, Button, Panel, Trouble } from '../ui/parts.tsx';
import { useState } from 'react';
import { Changes } from './changes.tsx';
import { TroubleOrConfirm } from './confirm-subject.tsx';
import { DraftChanges } from './draft-changes.tsx';

const origins: Record<string, string> = {
  derive: 'Drafted from its documents',
  evolution: 'Learnt from its conversations',
  seed: 'The file it came from has changed',
  operator: 'Proposed',
  rollback: 'Rolled back',
};

type Settled = 'accepted' | 'dismissed';
const told: Record<Settled, string> = {
  accepted: 'Accepted: it is a version of the persona now.',
  dismissed: 'Dismissed: the persona stays as it was.',
};

/** Versions that somebody may accept, each with what it would change. */
export function Proposals({ personaId, empty }: { personaId: string; empty?: string }) {
  const [settled, setSettled] = useState<Settled | null>(null);
  const proposals = useQuery({
    queryKey: ['proposals', personaId],
    queryFn: () => client.proposals.list(personaId, { status: 'open' }),
  });
  if (proposals.error) return <Trouble error={proposals.error} />;
  if (proposals.isLoading) return <Busy>Looking for drafts …</Busy>;
  const items = proposals.data ?? [];
  const none = settled === null ? empty : told[settled];
  if (items.length === 0) return none ? <p className="text-sm text-muted">{none}</p> : null;
  return (
    <>
      {items.map((one) => (
        <Proposal
          key={one.proposalId}
          personaId={personaId}
          proposalId={one.proposalId}
          title={origins[one.origin] ?? one.origin}
          onSettled={setSettled}
        />
      ))}
    </>
  );
}

function Proposal({
  personaId,
  proposalId,
  title,
  onSettled,
}: {
  personaId: string;
  proposalId: string;
  title: string;
  onSettled: (how: Settled) => void;
}) {
  const queries = useQueryClient();
  const proposal = useQuery({
    queryKey: ['proposal', proposalId],
    queryFn: () => client.proposals.get(personaId, proposalId),
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const settle = useMutation({
    mutationFn: async ({ accept, ...confirmed }: { accept: boolean; confirmSubject?: true }) => {
      const { proposals } = client;
      const choice = left.size === 0 ? {} : { except: [...left] };
      await (accept
        ? proposals.accept(personaId, proposalId, { ...choice, ...confirmed })
        : proposals.dismiss(personaId, proposalId));
    },
    onSuccess: async (_, { accept }) => {
      onSettled(accept ? 'accepted' : 'dismissed');
      for (const stale of ['proposals', 'persona', 'personas', 'versions', 'consent'])
        await queries.invalidateQueries({ queryKey: [stale] });
    },
  });
  const isDraft = proposal.data !== undefined && proposal.data.items.length > 0;
  const count = proposal.data?.changes.length ?? 0;
  const taken = count - left.size;
  return (
    <Panel title={title}>
      {proposal.data && (
        <>
          <p className="mb-3 text-sm text-muted">{proposal.data.note}</p>
          {isDraft ? (
            <DraftChanges
              changes={proposal.data.changes}
              items={proposal.data.items}
              left={left}
              onLeft={(paths, isLeft) =>
                setLeft((known) => {
                  const now = new Set(known);
                  for (const path of paths) {
                    if (isLeft) now.add(path);
                    else now.delete(path);
                  }
                  return now;
                })
              }
            />
          ) : (
            <Changes changes={proposal.data.changes} />
          )}
          {proposal.data.notes.slice(1).map((note) => (
            <p key={note} className="mt-2 text-sm text-muted">
              {note}
            </p>
          ))}
        </>
      )}
      {proposal.error && <Trouble error={proposal.error} />}
      {settle.error && (
        <TroubleOrConfirm
          error={settle.error}
          onConfirm={() => settle.mutate({ accept: true, confirmSubject: true })}
        />
      )}
      <div className="mt-4 flex gap-2">
        <Button
          tone="accent"
          disabled={settle.isPending || (count > 0 && taken === 0)}
          onClick={() => settle.mutate({ accept: true })}
        >
          {left.size === 0 ? 'Accept the draft' : `Accept ${taken} of ${count}`}
        </Button>
        <Button disabled={settle.isPending} onClick={() => settle.mutate({ accept: false })}>
          Dismiss
        </Button>
      </div>
    </Panel>
  );
}
