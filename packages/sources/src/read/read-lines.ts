import type { Readable } from 'node:stream';

export interface Line {
  /** From 1. */
  number: number;
  /** Without its end; null when it was longer than allowed and was passed over. */
  bytes: Buffer | null;
}

const newline = 0x0a;
const carriageReturn = 0x0d;

/** Splits a stream at newlines (LF or CRLF). It holds one line of at most `maxBytes` at a time. */
export async function* readLines(stream: Readable, maxBytes: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  for await (const data of stream) {
    const chunk = data as Buffer;
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      take(chunk.subarray(start, end));
      yield finished();
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield finished();

  function take(part: Buffer): void {
    length += part.length;
    if (length > maxBytes) parts = [];
    else if (part.length > 0) parts.push(part);
  }

  function finished(): Line {
    const whole = length > maxBytes ? null : parts.length === 1 ? parts[0] : Buffer.concat(parts);
    const bytes = whole?.at(-1) === carriageReturn ? whole.subarray(0, -1) : (whole ?? null);
    parts = [];
    length = 0;
    return { number: number++, bytes };
  }
}
