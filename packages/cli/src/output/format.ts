import type { TimePrecision } from '@personate/contracts';

/** ISO's date, only as much of it as is known. */
export function formatDate(
  at: string | null | undefined,
  precision: TimePrecision | null | undefined,
): string {
  if (!at) return 'undated';
  const day = new Date(at).toISOString().slice(0, 10);
  if (precision === 'year') return day.slice(0, 4);
  return precision === 'month' ? day.slice(0, 7) : day;
}

/** From the first day to the last. */
export function formatSpan(firstAt: string | null, lastAt: string | null): string {
  if (firstAt === null && lastAt === null) return 'nothing is dated';
  return `${formatDate(firstAt, 'day')} to ${formatDate(lastAt, 'day')}`;
}

/** To the minute, in UTC. */
export function formatTime(at: string | null): string {
  return at === null ? '-' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}

export const formatCount = (count: number) => new Intl.NumberFormat('en').format(count);

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size.toFixed(size < 10 ? 1 : 0)} ${units[unit] ?? ''}`;
}

/** `retweet 20, direct-message 14`, most first; `none` where there is nothing. */
export function formatCounts(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${formatCount(count)}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}

/** `1 passage`, `2 passages`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A share from 0 to 1 as a bar. */
export function bar(share: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** `40 s`, `12 min`, `3 h 20 min`. */
export function formatWait(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return `${Math.max(1, Math.round(ms / 1_000))} s`;
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
