import { charactersOf } from './characters.ts';

/** Columns of equal width, two spaces between them; the last one is not padded. */
export function table(rows: ReadonlyArray<readonly string[]>): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, visibleLength(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === row.length - 1
          ? cell
          : cell + ' '.repeat((widths[column] ?? 0) - visibleLength(cell)),
      )
      .join('  ')
      .trimEnd(),
  );
}

function visibleLength(cell: string): number {
  // oxlint-disable-next-line no-control-regex -- colours take no room
  return charactersOf(cell.replaceAll(/\u001b\[[\d;]*m/g, '')).length;
}
