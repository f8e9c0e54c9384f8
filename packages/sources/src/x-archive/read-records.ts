import type { Readable } from 'node:stream';
import { RecordSplitter, type SplitRecord } from './record-splitter.ts';

export type ReadRecord =
  | { type: 'record'; value: Record<string, unknown>; line: number }
  /** Not JSON, not an object, or cut off. */
  | { type: 'bad'; line: number; cut: boolean };

/** A post with all its entities has some 30 kB; a note of 25,000 characters four times that. */
const maxRecordBytes = 1024 * 1024;
/** How records of the current layout begin; a text cannot hold it, its quotes being escaped. */
const recordStart = /\{\s*"(?:tweet|noteTweet|account|profile|protectedHistory)"\s*:/g;

/** The records of one `.js` file of an archive, one in memory at a time. A broken one does not take the next with it. */
export async function* readRecords(stream: Readable): AsyncGenerator<ReadRecord> {
  const splitter = new RecordSplitter({ maxRecordBytes, recordStart });
  for await (const chunk of stream)
    for (const split of splitter.push(chunk as Buffer)) yield* parse(split);
  for (const split of splitter.end()) yield* parse(split);
}

function* parse(split: SplitRecord): Generator<ReadRecord> {
  const value = split.whole ? toObject(split.text) : null;
  if (value) {
    yield { type: 'record', value, line: split.line };
    return;
  }
  const starts = Array.from(split.text.matchAll(recordStart), (match) => match.index);
  if (starts[0] !== 0) starts.unshift(0);
  let line = split.line;
  for (const [nth, start] of starts.entries()) {
    const piece = split.text.slice(start, starts[nth + 1]);
    const found = starts.length > 1 ? toObject(piece.replace(/[\s,;\]]+$/, '')) : null;
    if (found) yield { type: 'record', value: found, line };
    else yield { type: 'bad', line, cut: !split.whole && nth === starts.length - 1 };
    line += piece.split('\n').length - 1;
  }
}

function toObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
