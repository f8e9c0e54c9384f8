import type { Readable } from 'node:stream';
import { skipped } from '../source-events.ts';
import type { Export, SourceEvent } from '../source.ts';
import { filesOfRole } from './archive-files.ts';
import { readRecords } from './read-records.ts';

/** What the archive holds and nobody takes: counted where counting is possible without looking into it. */
export async function* reportLeftOut(
  files: Export,
  signal: AbortSignal,
): AsyncGenerator<SourceEvent> {
  for (const path of filesOfRole(files, 'deleted')) {
    let count = 0;
    for await (const record of readRecords(await files.open(path, signal)))
      if (record.type === 'record') count += 1;
    if (count > 0) yield skipped('deleted', path, count);
  }
  for (const path of filesOfRole(files, 'messages')) {
    const count = await countMessages(await files.open(path, signal));
    if (count > 0) yield skipped('direct-message', path, count);
  }
  for (const path of filesOfRole(files, 'likes')) yield skipped('likes', path);
}

const messageMark = /"messageCreate"\s*:/g;
const overlap = 64;

/** Messages by the member that each begins with; inside a text its quotes would be escaped. */
async function countMessages(stream: Readable): Promise<number> {
  let count = 0;
  let tail = '';
  for await (const chunk of stream) {
    const text = tail + (chunk as Buffer).toString('latin1');
    let end = 0;
    for (const match of text.matchAll(messageMark)) {
      count += 1;
      end = match.index + match[0].length;
    }
    tail = text.slice(Math.max(end, text.length - overlap));
  }
  return count;
}
