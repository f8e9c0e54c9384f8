import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../client.ts';
import { formatCount, formatDate, plural } from '../ui/format.ts';
import { Empty, More, Panel, Share, Trouble } from '../ui/parts.tsx';
import { useShown } from '../ui/use-shown.ts';

/** How much it knows, by kind and source, and of which time. */
export function Statistics({ personaId }: { personaId: string }) {
  const { data, error } = useQuery({
    queryKey: ['statistics', personaId],
    queryFn: () => client.knowledge.statistics(personaId),
  });
  if (error) return <Trouble error={error} />;
  if (!data) return null;
  if (data.documents === 0) {
    return (
      <Empty
        action={
          <Link to="/" search={{ for: personaId }} className="text-accent hover:underline">
            Add knowledge
          </Link>
        }
      >
        It knows nothing yet: it declines whatever it is asked.
      </Empty>
    );
  }
  return (
    <Panel
      title={`${plural(data.documents, 'document')}, ${plural(data.passages, 'passage')}`}
      aside={
        data.firstAt ? (
          <span className="text-sm text-muted tabular-nums">
            {formatDate(data.firstAt, 'year')}–{formatDate(data.lastAt, 'year')}
          </span>
        ) : undefined
      }
    >
      <Counts title="Kinds" counts={data.byKind} of={data.documents} />
      <Counts title="Sources" counts={data.bySource} of={data.documents} />
    </Panel>
  );
}

export function Counts({
  title,
  counts,
  of,
}: {
  title: string;
  counts: Readonly<Record<string, number>>;
  of: number;
}) {
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const { shown, left, more } = useShown(sorted, 12);
  return (
    <>
      <ul className="mt-3 flex flex-col gap-2" aria-label={title}>
        {shown.map(([name, n]) => (
          <li
            key={name}
            className="grid grid-cols-[minmax(0,9rem)_1fr_3.5rem] items-center gap-3 text-sm"
          >
            <span className="truncate" title={name}>
              {name}
            </span>
            <Share value={n} of={of} label={`${name}, documents`} />
            <span className="text-right text-muted tabular-nums">{formatCount(n)}</span>
          </li>
        ))}
      </ul>
      <More left={left} onMore={more} />
    </>
  );
}
