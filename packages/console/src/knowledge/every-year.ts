import type { KnowledgeMap } from '@personate/contracts';

const mostColumns = 60;

export interface Column {
  from: number;
  to: number;
  passages: number;
}

/** Columns of one length over the whole span, the empty ones too: a gap in a life is to be seen. */
export function everyYear(
  byYear: KnowledgeMap['byYear'],
  span: { from: number; to: number },
): Column[] {
  const wide = Math.max(1, Math.ceil((span.to - span.from + 1) / mostColumns));
  const columns: Column[] = [];
  for (let from = span.from; from <= span.to; from += wide)
    columns.push({ from, to: Math.min(span.to, from + wide - 1), passages: 0 });
  for (const { year, passages } of byYear) {
    const column = columns[Math.floor((year - span.from) / wide)];
    if (column !== undefined) column.passages += passages;
  }
  return columns;
}

/** From the first year to the last; null where nothing has a date. */
export function spanOf(byYear: KnowledgeMap['byYear']): { from: number; to: number } | null {
  const years = byYear.map(({ year }) => year);
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}
