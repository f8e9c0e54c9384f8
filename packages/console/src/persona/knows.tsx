import type { PersonaDocument } from '@personate/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../client.ts';
import { Counts } from '../knowledge/statistics.tsx';
import { formatDate, plural } from '../ui/format.ts';
import { Panel } from '../ui/parts.tsx';

export function Knows({ personaId, document }: { personaId: string; document: PersonaDocument }) {
  const { known, unknown, asOf } = document.knowledgeLimits;
  const { data } = useQuery({
    queryKey: ['statistics', personaId],
    queryFn: () => client.knowledge.statistics(personaId),
  });
  return (
    <Panel
      title="What it knows"
      aside={
        <Link
          to="/p/$personaId/knowledge"
          params={{ personaId }}
          className="text-sm text-accent hover:underline"
        >
          Search it
        </Link>
      }
    >
      {data && (
        <p className="text-sm tabular-nums">
          {plural(data.documents, 'document')}, {plural(data.passages, 'passage')}
          {data.firstAt
            ? `, ${formatDate(data.firstAt, 'year')}–${formatDate(data.lastAt, 'year')}`
            : ''}
        </p>
      )}
      {data && <Counts title="Kinds" counts={data.byKind} of={data.documents} />}
      {asOf && (
        <p className="mt-3 text-sm text-muted">
          Knows nothing later than {formatDate(asOf, 'day')}.
        </p>
      )}
      {known.length > 0 && (
        <p className="mt-3 text-sm" dir="auto">
          <span className="text-muted">At home in </span>
          {known.map((one) => one.domain).join(', ')}
        </p>
      )}
      {unknown.length > 0 && (
        <p className="mt-1 text-sm" dir="auto">
          <span className="text-muted">Not in </span>
          {unknown.map((one) => one.domain).join(', ')}
        </p>
      )}
    </Panel>
  );
}
