import { createHash } from 'node:crypto';
import type { Passage } from '../../packages/contracts/src/index.ts';
import {
  chunkDocument,
  detectLanguage,
  type Embedder,
} from '../../packages/knowledge/src/index.ts';
import { groupBy } from './group-by.ts';
import type { Conversation, Line } from './read-conversations.ts';

/** The passages that ingestion would make of these lines, with their neighbours in the session. */
export async function toPassages(
  { name, corpus }: Conversation,
  embedder: Pick<Embedder, 'countTokens' | 'maxTokens'>,
  self?: string,
): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const line of corpus) passages.push(...(await passagesOf(name, line, embedder, self)));
  const sessions = groupBy(passages, (passage) => passage.thread ?? passage.documentKey);
  for (const session of sessions.values())
    for (const [i, passage] of session.entries()) {
      const ids = session.map(({ passageId }) => passageId);
      passage.before = ids.slice(Math.max(0, i - 2), i).toReversed();
      passage.after = ids.slice(i + 1, i + 3);
    }
  return passages;
}

async function passagesOf(
  conversation: string,
  line: Line,
  embedder: Pick<Embedder, 'countTokens' | 'maxTokens'>,
  self: string | undefined,
): Promise<Passage[]> {
  const documentKey = uuidOf(`${conversation}\n${line.id}`);
  const language = detectLanguage(line.text, { fallback: 'en' });
  const chunks = await chunkDocument(
    { text: line.text, kind: 'social', language },
    { countTokens: (text) => embedder.countTokens(text) },
  );
  const at = line.time === undefined ? undefined : instantOf(line.time);
  return chunks.map(({ text, headings, ordinal }) => ({
    passageId: uuidOf(`${documentKey}\n${ordinal}`),
    documentKey,
    externalId: line.id,
    sourceId: 'jsonl:bench',
    ordinal,
    text,
    headings,
    ...(line.author === undefined ? {} : { author: { name: line.author } }),
    stance: self === undefined || line.author === self ? 'by' : 'to',
    kind: 'social',
    ...(at === undefined ? {} : { at, atPrecision: 'minute' }),
    ...(line.session === undefined ? {} : { thread: line.session }),
    language,
    audience: ['public'],
    before: [],
    after: [],
    fingerprint: uuidOf(text),
  }));
}

export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** "2019-05-08T13:56Z" or "1:56 pm on 8 May, 2023"; undefined when neither. */
function instantOf(time: string): string | undefined {
  const spoken = /^(\d{1,2}):(\d\d) ?(am|pm) on (\d{1,2}) (\p{L}+),? (\d{4})$/iu.exec(time.trim());
  const plain =
    spoken === null
      ? time
      : `${spoken[4]} ${spoken[5]} ${spoken[6]} ${spoken[1]}:${spoken[2]} ${spoken[3]} UTC`;
  const ms = Date.parse(plain);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
