import type { PersonaChange } from '@personate/contracts';

export interface ChangeRow {
  /** `voice › favourite words`. */
  label: string;
  before: string[];
  after: string[];
}

/** Changes as a person reads them: those of one list together, in the order in which they come. */
export function changeRows(changes: readonly PersonaChange[]): ChangeRow[] {
  const rows = new Map<string, ChangeRow>();
  for (const { path, before, after } of changes) {
    const label = labelOf(path);
    const row = rows.get(label) ?? { label, before: [], after: [] };
    for (const [list, value] of [
      [row.before, readable(before)],
      [row.after, readable(after)],
    ] as const)
      if (value !== '') list.push(value);
    rows.set(label, row);
  }
  return [...rows.values()];
}

/** The module that everything is in says nothing; which entry of a list it is, the entry itself says. */
export function labelOf(path: string): string {
  return path
    .replace(/^persona\./, '')
    .replace(/\[[^\]]*\]/g, '')
    .split('.')
    .map((part) => part.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
    .join(' › ');
}

/** A value as a person reads it: `name: value` pairs for what has members, no braces. */
export function readable(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(Number(value.toFixed(3)));
  if (Array.isArray(value)) return value.map(readable).filter(Boolean).join(', ');
  if (typeof value === 'object') {
    const { name, strength, note } = value as Record<string, unknown>;
    if (typeof name === 'string' && typeof strength === 'number')
      return `${name} (${strength})${typeof note === 'string' ? `: ${note}` : ''}`;
    return Object.entries(value)
      .filter(([key]) => key !== 'evidence' && key !== 'confidence')
      .map(([key, inner]) => `${key}: ${readable(inner)}`)
      .join('; ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
