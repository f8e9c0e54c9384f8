import type { PersonaChange } from '@personate/contracts';

/** Differences that are shown at once; a draft from thousands of posts has more. */
const shown = 200;

/** A value as a person reads it: `name: value` pairs for what has members, no braces. */
export function readable(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(Number(value.toFixed(3)));
  if (Array.isArray(value)) return value.map(readable).filter(Boolean).join(', ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([key]) => key !== 'evidence')
      .map(([key, inner]) => `${key}: ${readable(inner)}`)
      .join('; ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function Changes({ changes }: { changes: readonly PersonaChange[] }) {
  if (changes.length === 0) return <p className="text-sm text-muted">Nothing differs.</p>;
  return (
    <div className="max-h-96 overflow-y-auto">
      <table className="w-full text-left text-sm">
        <thead className="sr-only">
          <tr>
            <th>Where</th>
            <th>Before</th>
            <th>After</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, shown).map((change) => (
            <tr key={change.path} className="border-t border-line align-top first:border-t-0">
              <th scope="row" className="w-2/5 py-1.5 pr-3 font-normal break-words text-muted">
                {change.path}
              </th>
              <td className="py-1.5" dir="auto">
                {change.before !== undefined && readable(change.before) !== '' && (
                  <del className="mr-2 text-muted">{readable(change.before)}</del>
                )}
                {change.after !== undefined && (
                  <ins className="no-underline">{readable(change.after)}</ins>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > shown && (
        <p className="pt-2 text-sm text-muted">… and {changes.length - shown} more.</p>
      )}
    </div>
  );
}
