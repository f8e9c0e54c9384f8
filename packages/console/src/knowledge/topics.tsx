import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../client.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { Busy, More, Panel, Share, Trouble } from '../ui/parts.tsx';
import { useShown } from '../ui/use-shown.ts';
import { spanOf } from './every-year.ts';
import { Years } from './years.tsx';

/** What it knows, seen from above: when, and about what. */
export function Topics({ personaId }: { personaId: string }) {
  const { data, error } = useQuery({
    queryKey: ['map', personaId],
    queryFn: () => client.knowledge.map(personaId),
    refetchOnWindowFocus: false,
  });
  const { shown, left, more } = useShown(data?.topics ?? [], 12);
  if (error) return <Trouble error={error} />;
  if (!data) return <Busy>Drawing the map of what it knows …</Busy>;
  const span = spanOf(data.byYear);
  return (
    <>
      {span !== null && (
        <Panel
          title="When"
          aside={
            data.undated > 0 && (
              <span className="text-sm text-muted tabular-nums">
                {formatCount(data.undated)} undated
              </span>
            )
          }
        >
          <Years byYear={data.byYear} span={span} label="Passages by year" />
        </Panel>
      )}
      {shown.length > 0 && (
        <Panel
          title="About what"
          aside={
            data.placed < data.passages && (
              <span className="text-sm text-muted tabular-nums">
                from {formatCount(data.placed)} of {formatCount(data.passages)} passages
              </span>
            )
          }
        >
          <ul className="flex flex-col gap-4">
            {shown.map((topic) => (
              <li
                // Topics may be called alike; each passage is in one.
                key={topic.examples[0]?.passageId ?? topic.name}
                className="grid grid-cols-[minmax(0,1fr)_3.5rem] gap-x-4 gap-y-1 text-sm sm:grid-cols-[minmax(0,1fr)_10rem_3.5rem]"
              >
                <span className="min-w-0">
                  {topic.terms.length === 0 ? (
                    <span className="font-medium">{topic.name}</span>
                  ) : (
                    <Link
                      to="/p/$personaId/knowledge"
                      params={{ personaId }}
                      search={{ q: topic.terms.join(' ') }}
                      className="font-medium text-accent hover:underline"
                      dir="auto"
                    >
                      {topic.terms.join(', ')}
                    </Link>
                  )}
                  {topic.examples[0] && (
                    <span className="block truncate text-muted" dir="auto">
                      {topic.examples[0].text}
                    </span>
                  )}
                </span>
                <span className="order-last col-span-2 sm:order-none sm:col-span-1">
                  {span !== null && topic.byYear.length > 0 ? (
                    <>
                      <Years slim byYear={topic.byYear} span={span} label="By year" />
                      <span className="text-xs text-muted tabular-nums">
                        {formatDate(topic.firstAt, 'year')}–{formatDate(topic.lastAt, 'year')}
                      </span>
                    </>
                  ) : (
                    <span className="text-xs text-muted">undated</span>
                  )}
                </span>
                <span className="text-right">
                  <span className="text-muted tabular-nums">{formatCount(topic.passages)}</span>
                  <Share value={topic.passages} of={data.placed} label="Passages" />
                </span>
              </li>
            ))}
          </ul>
          <More left={left} onMore={more} />
        </Panel>
      )}
    </>
  );
}
