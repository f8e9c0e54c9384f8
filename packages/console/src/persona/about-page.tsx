import type { KnowledgeStatistics, PersonaDocument } from '@personate/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { Busy, Button, Empty, Panel, Share, Trouble } from '../ui/parts.tsx';
import { Changes } from './changes.tsx';
import { Proposals } from './proposals.tsx';

/** Who the persona is, what it knows, how it came to be so. */
export function AboutPage({ personaId }: { personaId: string }) {
  const persona = useQuery({
    queryKey: ['persona', personaId],
    queryFn: () => api.persona(personaId),
  });
  const statistics = useQuery({
    queryKey: ['statistics', personaId],
    queryFn: () => api.statistics(personaId),
  });
  const conversations = useQuery({
    queryKey: ['conversations', personaId],
    queryFn: () => api.conversations(personaId),
  });
  if (persona.error)
    return (
      <div className="p-6">
        <Trouble error={persona.error} />
      </div>
    );
  if (!persona.data)
    return (
      <div className="p-6">
        <Busy>Fetching the persona …</Busy>
      </div>
    );
  const { document } = persona.data;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 py-8">
      <header className="flex flex-wrap items-baseline justify-between gap-3">
        <div>
          <h1 className="text-2xl font-semibold" dir="auto">
            {document.name}
          </h1>
          <p className="text-sm text-muted">{document.disclosure}</p>
        </div>
        <div className="flex gap-2">
          <Link
            to="/"
            search={{ for: personaId }}
            className="rounded-lg border border-line bg-raised px-3 py-1.5 text-sm font-medium hover:bg-sunken"
          >
            Add knowledge
          </Link>
          <Link
            to="/p/$personaId"
            params={{ personaId }}
            className="rounded-lg bg-accent px-3 py-1.5 text-sm font-medium text-accent-ink"
          >
            Talk
          </Link>
        </div>
      </header>
      <Proposals personaId={personaId} />
      {document.persona.summary && (
        <p className="font-serif text-xl leading-relaxed" dir="auto">
          {document.persona.summary}
        </p>
      )}
      <div className="grid gap-4 md:grid-cols-2">
        <Character document={document} />
        <Knows document={document} statistics={statistics.data} />
        <Timeline document={document} />
        <Skills document={document} />
      </div>
      <Versions personaId={personaId} head={persona.data.headVersion} />
      <Panel title="Your conversations">
        {conversations.data?.items.length === 0 && <Empty>None yet.</Empty>}
        <ul>
          {conversations.data?.items.map((one) => (
            <li key={one.conversationId} className="border-t border-line first:border-t-0">
              <Link
                to="/p/$personaId"
                params={{ personaId }}
                search={{ c: one.conversationId }}
                className="flex justify-between gap-4 py-1.5 text-sm hover:text-accent"
              >
                <span className="truncate" dir="auto">
                  {one.title}
                </span>
                <span className="shrink-0 text-muted tabular-nums">
                  {one.turns} turns · {formatDate(one.lastAt, 'day')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function Character({ document }: { document: PersonaDocument }) {
  const { traits, voice } = document.persona;
  return (
    <Panel title="Character and voice">
      {traits.length === 0 && (
        <Empty>No traits yet. They come with the YAML, or with the draft from its own words.</Empty>
      )}
      <ul className="flex flex-col gap-2">
        {traits.map((trait) => (
          <li key={trait.name} className="grid grid-cols-[8rem_1fr] items-center gap-3 text-sm">
            <span className="truncate" title={trait.note}>
              {trait.name}
            </span>
            <Share value={trait.strength} label={`${trait.name}, 0 to 1`} />
          </li>
        ))}
      </ul>
      {[voice.register, voice.rhythm, voice.humour].filter(Boolean).map((line) => (
        <p key={line} className="mt-3 text-sm text-muted" dir="auto">
          {line}
        </p>
      ))}
    </Panel>
  );
}

function Knows({
  document,
  statistics,
}: {
  document: PersonaDocument;
  statistics: KnowledgeStatistics | undefined;
}) {
  const { known, unknown, asOf } = document.knowledgeLimits;
  return (
    <Panel title="What it knows">
      {statistics && (
        <p className="text-sm tabular-nums">
          {formatCount(statistics.documents)} documents, {formatCount(statistics.passages)} passages
          {statistics.firstAt
            ? `, ${formatDate(statistics.firstAt, 'year')}–${formatDate(statistics.lastAt, 'year')}`
            : ''}
        </p>
      )}
      {statistics && (
        <ul className="mt-3 flex flex-col gap-2">
          {Object.entries(statistics.byKind).map(([kind, n]) => (
            <li key={kind} className="grid grid-cols-[8rem_1fr_3rem] items-center gap-3 text-sm">
              <span>{kind}</span>
              <Share value={n} of={statistics.documents} label={`${kind}, documents`} />
              <span className="text-right text-muted tabular-nums">{formatCount(n)}</span>
            </li>
          ))}
        </ul>
      )}
      {asOf && (
        <p className="mt-3 text-sm text-muted">
          Knows nothing later than {formatDate(asOf, 'day')}.
        </p>
      )}
      {known.length > 0 && (
        <p className="mt-3 text-sm">
          <span className="text-muted">At home in </span>
          {known.map((one) => one.domain).join(', ')}
        </p>
      )}
      {unknown.length > 0 && (
        <p className="mt-1 text-sm">
          <span className="text-muted">Not in </span>
          {unknown.map((one) => one.domain).join(', ')}
        </p>
      )}
    </Panel>
  );
}

function Timeline({ document }: { document: PersonaDocument }) {
  const { timeline } = document.persona;
  return (
    <Panel title="Life line">
      {timeline.length === 0 && <Empty>No dates yet. A LinkedIn export fills them in.</Empty>}
      <ol className="flex flex-col gap-2 border-l border-line pl-4">
        {timeline.map((one) => (
          <li key={`${one.from} ${one.what}`} className="text-sm">
            <span className="text-muted tabular-nums">
              {[one.from, one.to].filter(Boolean).join(' – ')}
            </span>
            <span className="block" dir="auto">
              {one.what}
              {one.where ? `, ${one.where}` : ''}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Skills({ document }: { document: PersonaDocument }) {
  return (
    <Panel title="Skills and goals">
      {document.skills.skills.length === 0 && document.goals.goals.length === 0 && (
        <Empty>None yet.</Empty>
      )}
      <ul className="flex flex-col gap-1 text-sm">
        {document.skills.skills.map((one) => (
          <li key={one.skill} className="flex justify-between gap-3">
            <span>{one.skill}</span>
            <span className="text-muted">{one.level}</span>
          </li>
        ))}
      </ul>
      <ul className="mt-3 flex list-disc flex-col gap-1 pl-4 text-sm">
        {document.goals.goals.map((one) => (
          <li key={one.goal} dir="auto">
            {one.goal}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Versions({ personaId, head }: { personaId: string; head: number }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState<number | null>(null);
  const versions = useQuery({
    queryKey: ['versions', personaId, head],
    queryFn: () => api.versions(personaId),
  });
  const diff = useQuery({
    queryKey: ['diff', personaId, open],
    queryFn: () => api.diff(personaId, (open ?? 2) - 1, open ?? 2),
    enabled: open !== null && open > 1,
  });
  const rollback = useMutation({
    mutationFn: (version: number) => api.rollback(personaId, version),
    onSuccess: async () => {
      for (const stale of ['persona', 'versions'])
        await queries.invalidateQueries({ queryKey: [stale] });
    },
  });
  return (
    <Panel title="Versions">
      {versions.error && <Trouble error={versions.error} />}
      {rollback.error && <Trouble error={rollback.error} />}
      <ol>
        {versions.data?.items.map((one) => (
          <li key={one.version} className="border-t border-line py-2 first:border-t-0">
            <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
              <button
                type="button"
                aria-expanded={open === one.version}
                disabled={one.version === 1}
                onClick={() => setOpen(open === one.version ? null : one.version)}
                className="min-w-0 flex-1 truncate text-left disabled:opacity-100"
              >
                <b className="tabular-nums">{one.version}</b>{' '}
                <span className="text-muted">
                  {one.origin} · {formatDate(one.createdAt, 'day')}
                </span>{' '}
                {one.note}
              </button>
              {one.version !== head && (
                <Button
                  tone="quiet"
                  disabled={rollback.isPending}
                  onClick={() => rollback.mutate(one.version)}
                >
                  Go back to this
                </Button>
              )}
            </div>
            {open === one.version && diff.data && (
              <div className="pt-2">
                <Changes changes={diff.data.changes} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
