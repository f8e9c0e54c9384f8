import type { Readable } from 'node:stream';

/** A quote behind an odd number of backslashes, with what follows it, from the beginning of the run. */
const escapedQuote = /(?<!\\)(\\+)"/g;

/**
 * Whether a file writes `\"` for a quote within a cell, beside the `""` of CSV: some files of one export do. A quote that
 * follows a backslash at the end of a cell proves nothing.
 */
export async function usesBackslashQuotes(stream: Readable): Promise<boolean> {
  const decoder = new TextDecoder();
  let tail = '';
  for await (const chunk of stream) {
    const text = tail + decoder.decode(chunk as Buffer, { stream: true });
    for (const match of text.matchAll(escapedQuote)) {
      const next = text[match.index + match[0].length];
      if ((match[1]?.length ?? 0) % 2 === 1 && next !== undefined && !',\r\n"'.includes(next))
        return true;
    }
    tail = /\\+"?$/.exec(text.slice(-64))?.[0] ?? '';
  }
  return false;
}

/** The text of a CSV file, its `\"` written as `""` if it uses them. The byte order mark is gone. */
export async function* csvText(stream: Readable, backslashQuotes: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const chunk of stream) {
    const text = held + decoder.decode(chunk as Buffer, { stream: true });
    // A run of backslashes at the end may belong to a quote in the next chunk.
    let end = text.length;
    while (backslashQuotes && end > 0 && text[end - 1] === '\\') end -= 1;
    held = text.slice(end);
    yield backslashQuotes ? doubled(text.slice(0, end)) : text;
  }
  yield held + decoder.decode();
}

function doubled(text: string): string {
  return text.replace(escapedQuote, (whole, run: string) =>
    run.length % 2 === 1 ? `${run.slice(1)}""` : whole,
  );
}
