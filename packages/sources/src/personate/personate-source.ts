import {
  knowledgeExportEndSchema,
  knowledgeExportFormat,
  knowledgeExportHeadSchema,
  knowledgeExportLineSchema,
  type KnowledgeExportHead,
} from '@personate/contracts';
import { baseNameOf } from '../export/visible-paths.ts';
import { readLines } from '../read/read-lines.ts';
import { readHead } from '../read/read-text.ts';
import { problem, skipped } from '../source-events.ts';
import type { Export, Source, SourceEvent } from '../source.ts';
import { vectorsOf } from './vectors-of.ts';

/** A document of a million characters with its passages and their vectors. */
const maxLineBytes = 16 * 1024 ** 2;
const knownVersion = 1;

/** The knowledge of a persona as `personate knowledge export` and `personate pack` write it. */
export const personateSource: Source = {
  format: knowledgeExportFormat,
  title: 'Knowledge exported from Personate',
  namesSources: true,

  async detect(files, signal) {
    const path = fileOf(files);
    if (path === undefined) return 0;
    const head = await readHead(files, path, 2_000, signal);
    return head.includes(`"format":"${knowledgeExportFormat}"`) ? 1 : 0;
  },

  self: () => Promise.resolve(null),

  async *read(files, _options, signal) {
    const path = fileOf(files);
    if (path === undefined) return;
    yield* readKnowledge(files, path, signal);
  },
};

/** The file itself, or the one in a pack; what else a pack holds is for unpacking it. */
function fileOf(files: Export): string | undefined {
  const paths = files.files.map((file) => file.path);
  return paths.length === 1
    ? paths[0]
    : paths.find((path) => baseNameOf(path) === 'knowledge.jsonl');
}

async function* readKnowledge(
  files: Export,
  file: string,
  signal: AbortSignal,
): AsyncGenerator<SourceEvent> {
  let head: KnowledgeExportHead | undefined;
  let documents = 0;
  let ended = false;
  for await (const { number, bytes } of readLines(await files.open(file, signal), maxLineBytes)) {
    if (bytes?.length === 0) continue;
    const value = bytes === null ? undefined : parseLine(bytes);
    if (head === undefined) {
      head = knowledgeExportHeadSchema.safeParse(value).data;
      const why = refusal(head);
      if (head === undefined || why !== null) {
        yield problem(file, 'knowledge.head', why ?? '', number);
        return;
      }
      continue;
    }
    const end = knowledgeExportEndSchema.safeParse(value).data?.end;
    if (end !== undefined) {
      ended = end.documents === documents;
      break;
    }
    documents += 1;
    yield* lineEvents(value, { file, line: number }, head);
  }
  if (!ended) yield problem(file, 'knowledge.cut-off', 'The export does not reach to its end.');
}

function* lineEvents(
  value: unknown,
  place: { file: string; line: number },
  head: KnowledgeExportHead,
): Generator<SourceEvent> {
  const parsed = knowledgeExportLineSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.length ? `"${issue.path.join('.')}": ` : '';
    const message =
      value === undefined
        ? 'The line is not JSON, or longer than 16 MiB.'
        : `${where}${issue?.message ?? 'no document'}`;
    yield problem(place.file, 'knowledge.bad-line', message, place.line);
    return;
  }
  const { document, passages = [] } = parsed.data;
  const { hash: _hash, ...rest } = document;
  if (head.embedding !== null) {
    const { vectors, bad } = vectorsOf(passages, head.embedding.dimensions);
    if (bad > 0) yield skipped('bad-vector', place.file, bad);
    if (vectors.size > 0) yield { type: 'embeddings', identity: head.embedding.identity, vectors };
  }
  yield { type: 'document', document: { ...rest, place } };
}

function refusal(head: KnowledgeExportHead | undefined): string | null {
  if (head === undefined) return 'The first line is not that of an export of knowledge.';
  if (head.version > knownVersion)
    return `It is of version ${head.version}; this server reads up to ${knownVersion}.`;
  return null;
}

function parseLine(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
