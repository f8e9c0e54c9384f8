import type { KnowledgeMap } from '@personate/contracts';
import { formatCount, plural } from '../ui/format.ts';
import { everyYear, type Column } from './every-year.ts';

/** How many passages are of which year, as columns from the first to the last. */
export function Years({
  byYear,
  span,
  label,
  slim = false,
}: {
  byYear: KnowledgeMap['byYear'];
  span: { from: number; to: number };
  label: string;
  slim?: boolean;
}) {
  const columns = everyYear(byYear, span);
  const top = Math.max(1, ...columns.map(({ passages }) => passages));
  return (
    <figure className="m-0" aria-label={`${label}: ${inWords(columns)}`}>
      {!slim && (
        <p className="mb-1 text-xs text-muted tabular-nums">
          {plural(top, 'passage')} at most in{' '}
          {columns[0]?.to === columns[0]?.from ? 'a year' : 'a column'}
        </p>
      )}
      <div
        aria-hidden
        className={`flex items-end gap-px border-b border-line ${slim ? 'h-5' : 'h-20'}`}
      >
        {columns.map((column) => (
          <span
            key={column.from}
            title={`${nameOf(column)}: ${formatCount(column.passages)}`}
            className="flex h-full flex-1 items-end hover:bg-sunken"
          >
            <span
              className="block w-full rounded-t-sm bg-accent"
              style={{
                height: `${((100 * column.passages) / top).toFixed(1)}%`,
                minHeight: column.passages > 0 ? 1 : 0,
              }}
            />
          </span>
        ))}
      </div>
      {!slim && (
        <figcaption
          aria-hidden
          className="mt-1 flex justify-between text-xs text-muted tabular-nums"
        >
          <span>{span.from}</span>
          {span.to > span.from && <span>{span.to}</span>}
        </figcaption>
      )}
    </figure>
  );
}

const nameOf = ({ from, to }: Column) => (from === to ? String(from) : `${from}–${to}`);

/** For those who do not see the columns: the fullest ones, which is what the picture says. */
function inWords(columns: readonly Column[]): string {
  const fullest = columns
    .filter(({ passages }) => passages > 0)
    .toSorted((a, b) => b.passages - a.passages)
    .slice(0, 5);
  return `most in ${fullest.map((one) => `${nameOf(one)} (${formatCount(one.passages)})`).join(', ')}`;
}
