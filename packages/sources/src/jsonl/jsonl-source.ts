import { extensionOf } from '../export/visible-paths.ts';
import { readLines } from '../read/read-lines.ts';
import { readHead } from '../read/read-text.ts';
import { SeenIds } from '../read/seen-ids.ts';
import { problem, reportUnread, skipped } from '../source-events.ts';
import type { Export, ReadOptions, Source, SourceEvent } from '../source.ts';
import { jsonlLineSchema } from './jsonl-line.ts';
import { lineEvent } from './line-event.ts';

export const maxLineBytes = 1024 * 1024;
/** How far into a file a good line is looked for. */
const sniffedLines = 20;

/** Our neutral format: one document a line. The first of two lines with one id counts. */
export const jsonlSource: Source = {
  format: 'jsonl',
  title: 'JSON Lines, one document a line',

  async detect(files, signal) {
    let best = 0;
    for (const path of candidates(files)) {
      if (isJsonl(path)) best = Math.max(best, 0.3);
      const line = await firstObject(files, path, signal);
      if (line && jsonlLineSchema.safeParse(line).success) return 0.9;
    }
    return best;
  },

  self: () => Promise.resolve(null),

  async *read(files, options, signal) {
    const seen = new SeenIds();
    const read = new Set(candidates(files));
    for (const path of read) {
      const first = await firstObject(files, path, signal);
      if (first && 'answerable' in first && 'relevant' in first) yield skipped('questions', path);
      else yield* readFile(files, path, seen, options, signal);
    }
    yield* reportUnread(files, (path) => read.has(path));
  },
};

function candidates(files: Export): string[] {
  const paths = files.files.map((file) => file.path);
  return paths.length === 1 ? paths : paths.filter(isJsonl);
}

function isJsonl(path: string): boolean {
  return ['jsonl', 'ndjson'].includes(extensionOf(path));
}

async function firstObject(
  files: Export,
  path: string,
  signal: AbortSignal,
): Promise<object | null> {
  if (!isJsonl(path) && !(await readHead(files, path, 256, signal)).trimStart().startsWith('{'))
    return null;
  for await (const line of readLines(await files.open(path, signal), maxLineBytes)) {
    if (line.number > sniffedLines) return null;
    const value = line.bytes === null ? undefined : parseLine(line.bytes, line.number);
    if (value !== undefined && isObject(value)) return value;
  }
  return null;
}

async function* readFile(
  files: Export,
  file: string,
  seen: SeenIds,
  options: ReadOptions,
  signal: AbortSignal,
): AsyncGenerator<SourceEvent> {
  for await (const { number, bytes } of readLines(await files.open(file, signal), maxLineBytes)) {
    if (bytes === null) {
      yield problem(file, 'jsonl.line-too-long', 'The line is longer than 1 MiB.', number);
      continue;
    }
    if (isBlank(bytes)) continue;
    const value = parseLine(bytes, number);
    if (value === undefined) {
      yield problem(file, 'jsonl.not-json', 'The line is not JSON in UTF-8.', number);
      continue;
    }
    const parsed = jsonlLineSchema.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const where = issue?.path.length ? `"${issue.path.join('.')}": ` : '';
      yield problem(
        file,
        'jsonl.bad-line',
        `${where}${issue?.message ?? 'not a document'}`,
        number,
      );
      continue;
    }
    yield lineEvent(parsed.data, file, number, seen, options);
  }
}

function parseLine(bytes: Buffer, number: number): unknown {
  // A byte order mark is no part of the first line.
  const start = number === 1 && bytes.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start)));
  } catch {
    return undefined;
  }
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
