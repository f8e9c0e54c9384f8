import type { SourceDocument } from '@personate/contracts';
import { parseTime } from '../read/parse-time.ts';
import type { SeenIds } from '../read/seen-ids.ts';
import { problem, skipped } from '../source-events.ts';
import type { ReadOptions, SourceEvent } from '../source.ts';
import type { JsonlLine } from './jsonl-line.ts';

/** What a line that has the right shape tells. */
export function lineEvent(
  line: JsonlLine,
  file: string,
  number: number,
  seen: SeenIds,
  options: ReadOptions,
): SourceEvent {
  const externalId = String(line.id);
  if (line.text.trim() === '') return skipped('empty', file);
  const time = line.time ?? null;
  const at = time === null || time === '' ? undefined : parseTime(time);
  if (at === null) {
    const message = `It is not clear which time "${String(time).slice(0, 60)}" is; write it as 2019-04-02 or 2019-04-02T10:15:00Z.`;
    return problem(file, 'jsonl.time-unclear', message, number);
  }
  if (!seen.add(externalId)) {
    const message = `The id "${externalId.slice(0, 100)}" was used before; the first line with it counts.`;
    return problem(file, 'jsonl.duplicate-id', message, number);
  }
  const author = typeof line.author === 'string' ? { name: line.author } : line.author;
  const thread = line.thread ?? line.session;
  const document: SourceDocument = {
    externalId,
    text: line.text,
    ...(line.title ? { title: line.title } : {}),
    ...(author?.name.trim() ? { author } : {}),
    ...at,
    ...(thread == null ? {} : { thread: String(thread) }),
    ...(line.replyTo == null ? {} : { replyTo: String(line.replyTo) }),
    kind: line.kind ?? options.kind ?? 'social',
    ...(line.stance ? { stance: line.stance } : {}),
    ...(line.audience ? { audience: [line.audience].flat() } : {}),
    ...(line.visibility ? { visibility: line.visibility } : {}),
    ...(line.url ? { url: line.url } : {}),
    ...(line.language ? { language: line.language } : {}),
    place: { file, line: number },
  };
  return { type: 'document', document };
}
