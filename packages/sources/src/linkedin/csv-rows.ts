import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import type { Export } from '../source.ts';
import { csvText, usesBackslashQuotes } from './backslash-quotes.ts';

export type CsvRow =
  /** Once, first: the file is what its name says. */
  | { type: 'header'; line: number }
  /** Cells by column name in lower case. `line` is where the row begins, from 1. */
  | { type: 'row'; cells: Record<string, string>; line: number }
  | { type: 'bad'; message: string; line: number }
  /** Once, alone: no line has the required columns. */
  | { type: 'headerless'; message: string; line: number };

/** Longer rows are no rows: a quote that is never closed would swallow the rest of the file. */
const maxRowCharacters = 1024 * 1024;
/** Connections.csv has three lines of "Notes:" before its header. */
const maxPreamble = 10;

/** The rows below the first line that has the required columns. It holds one row at a time. */
export async function* readRows(
  files: Export,
  path: string,
  required: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<CsvRow> {
  const backslashQuotes = await usesBackslashQuotes(await files.open(path, signal));
  const text = Readable.from(csvText(await files.open(path, signal), backslashQuotes));
  let failure: CsvError | undefined;
  const parser = parse({
    // An error that ended the stream would take the rows before it along.
    skip_records_with_error: true,
    on_skip(error) {
      failure ??= error;
      text.unpipe(parser);
      parser.end();
      return undefined;
    },
    info: true,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRowCharacters,
  });
  text.on('error', (error) => parser.destroy(error));
  text.pipe(parser);

  let header: string[] | null = null;
  let line = 1;
  let before = 0;
  try {
    for await (const entry of parser) {
      const { record, info } = entry as { record: string[]; info: { lines: number } };
      const start = line;
      line = info.lines + 1;
      if (header === null) {
        const names = record.map((name) => name.trim().toLowerCase());
        if (required.every((column) => names.includes(column))) {
          header = names;
          yield { type: 'header', line: start };
        } else if ((before += 1) > maxPreamble) break;
      } else if (record.length === header.length)
        yield { type: 'row', cells: toCells(header, record), line: start };
      else
        yield {
          type: 'bad',
          message: `The row has ${record.length} cells where the header has ${header.length}.`,
          line: start,
        };
    }
  } finally {
    text.destroy();
    parser.destroy();
  }
  if (failure) {
    yield { type: 'bad', message: `The rest of the file is no CSV: ${failure.message}.`, line };
    return;
  }
  if (header === null) {
    const columns = required.map((column) => `"${column}"`).join(', ');
    yield { type: 'headerless', message: `No line names the columns ${columns}.`, line: 1 };
  }
}

function toCells(header: readonly string[], record: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.map((name, at) => [name, (record[at] ?? '').trim()]));
}
