import type { PersonaChange } from '@personate/contracts';
import { More } from '../ui/parts.tsx';
import { useShown } from '../ui/use-shown.ts';
import { changeRows, type ChangeRow } from './change-rows.ts';

/** Counted on its own words: for whoever wants to know, not for whoever decides. */
const measures = 'voice › measured';

/** What differs between two versions, a list's entries together. */
export function Changes({ changes }: { changes: readonly PersonaChange[] }) {
  const rows = changeRows(changes);
  const told = rows.filter(({ label }) => !label.startsWith(measures));
  const measured = rows.filter(({ label }) => label.startsWith(measures));
  const { shown, left, more } = useShown(told, 50);
  if (rows.length === 0) return <p className="text-sm text-muted">Nothing differs.</p>;
  return (
    <div className="max-h-[32rem] overflow-y-auto">
      <Rows rows={shown} />
      <More left={left} onMore={more} />
      {measured.length > 0 && (
        <details className="mt-2 text-sm text-muted">
          <summary className="cursor-pointer">Measures of the voice</summary>
          <Rows rows={measured} />
        </details>
      )}
    </div>
  );
}

function Rows({ rows }: { rows: readonly ChangeRow[] }) {
  return (
    <dl className="text-sm">
      {rows.map(({ label, before, after }) => (
        <div
          key={label}
          className="grid gap-x-4 border-t border-line py-1.5 first:border-t-0 sm:grid-cols-[12rem_minmax(0,1fr)]"
        >
          <dt className="text-muted">{label}</dt>
          <dd className="break-words" dir="auto">
            {before.length > 0 && <Entries entries={before} gone />}
            {after.length > 0 && <Entries entries={after} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Single words stand on one line, sentences each on their own. */
function Entries({ entries, gone = false }: { entries: readonly string[]; gone?: boolean }) {
  const short = entries.every((entry) => entry.length < 30);
  const As = gone ? 'del' : 'ins';
  const look = gone ? 'text-muted' : 'no-underline';
  if (short) return <As className={`mr-2 ${look}`}>{entries.join(', ')}</As>;
  return entries.map((entry) => (
    <As key={entry} className={`block py-0.5 ${look}`}>
      {entry}
    </As>
  ));
}
