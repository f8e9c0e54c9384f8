import type { PersonaDocument } from '@personate/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../client.ts';
import { formatDate } from '../ui/format.ts';

/** Newer documents may tell of a new job in words that no draft reads: the summary is not to look as new as they are. */
export function OlderThanDocuments({
  personaId,
  document,
}: {
  personaId: string;
  document: PersonaDocument;
}) {
  const { data } = useQuery({
    queryKey: ['statistics', personaId],
    queryFn: () => client.knowledge.statistics(personaId),
  });
  const dates = document.persona.timeline.flatMap(({ from, to }) => [from ?? '', to ?? '']);
  const last = dates.toSorted().at(-1) ?? '';
  const newest = data?.lastAt ?? '';
  if (last === '' || newest === '' || monthOf(newest) - monthOf(last) < leastMonths) return null;
  return (
    <p className="text-sm text-muted">
      The life line ends with {formatDate(last, precisions[last.length])}, and the newest document
      is of {formatDate(newest, 'day')}: what changed in between, such as a job, may be missing here
      and in the summary.{' '}
      <Link to="/p/$personaId/edit" params={{ personaId }} className="text-accent hover:underline">
        Edit both
      </Link>
    </p>
  );
}

/** Lives stand still for less. */
const leastMonths = 12;

/** Months since the year 0; a year alone is its last month. */
const monthOf = (date: string): number =>
  12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7) || 12);

const precisions: Readonly<Record<number, 'year' | 'month'>> = { 4: 'year', 7: 'month' };
