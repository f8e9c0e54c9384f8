import { availableParallelism, loadavg } from 'node:os';
import type { Summary } from './summarise.ts';

/** A measured row; `ratio` is the median against the row that it is compared with in the same run. */
export interface Row extends Summary {
  what: string;
  unit: string;
  ratio?: number;
}

export interface Report {
  bench: string;
  /** What was measured, in words and numbers: passages, rounds, runtimes. */
  setting: Record<string, string | number>;
  rows: Row[];
}

const loadAtStart = loadavg()[0] ?? 0;

/** One table, or with `--json` one JSON value; the rest of what a bench says goes to standard error. */
export function print(report: Report, json: boolean): void {
  const machine = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processors: availableParallelism(),
    // Of what else runs on the machine the medians know nothing: it belongs beside them.
    loadAtStart: round(loadAtStart),
    loadAtEnd: round(loadavg()[0] ?? 0),
  };
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...report, machine }, null, 2)}\n`);
    return;
  }
  const facts = Object.entries({ ...report.setting, ...machine });
  const cells = report.rows.map((row) => [
    row.what,
    String(row.n),
    ...[row.min, row.median, row.max].map((value) => digits(value)),
    row.unit,
    row.ratio === undefined ? '' : `${digits(row.ratio)} ×`,
  ]);
  const head = ['', 'n', 'min', 'median', 'max', '', 'ratio'];
  const widths = head.map((name, i) =>
    Math.max(name.length, ...cells.map((row) => row[i]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) =>
        i === 0 || i === 5 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  process.stdout.write(
    `${report.bench}: ${facts.map(([name, value]) => `${name} ${value}`).join(', ')}\n\n` +
      `${[head, rule, ...cells].map(line).join('\n')}\n`,
  );
}

const round = (value: number): number => Number(value.toFixed(1));

function digits(value: number): string {
  if (Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
