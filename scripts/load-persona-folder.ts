// Loads one folder of personas-data into memory, without a database: for looking at replies and for measuring.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ingestionOptionsSchema,
  probesSchema,
  type Document,
  type Passage,
  type PersonaDocument,
  type Probes,
} from '../packages/contracts/src/index.ts';
import { chunkPassages } from '../packages/ingestion/src/chunk-passages.ts';
import { embedSentences } from '../packages/ingestion/src/embed-sentences.ts';
import { normalise } from '../packages/ingestion/src/normalise.ts';
import { readExport, surveyExport } from '../packages/ingestion/src/survey-export.ts';
import {
  embeddingText,
  MemoryKnowledgeStores,
  type Embedder,
  type KnowledgeReader,
} from '../packages/knowledge/src/index.ts';
import { parsePersonaYaml } from '../packages/personas/src/index.ts';
import { detectSource, openExport, sourceByFormat } from '../packages/sources/src/index.ts';
import { parse } from 'yaml';

export interface LoadedPersona {
  document: PersonaDocument;
  probes: Probes;
  reader: KnowledgeReader;
  passages: Passage[];
}

export async function loadPersonaFolder(
  folder: string,
  embedder: Embedder,
  signal: AbortSignal,
): Promise<LoadedPersona> {
  const file = join(folder, 'persona.yaml');
  const document = parsePersonaYaml(await readFile(file, 'utf8'), { file });
  const probesFile = await readFile(join(folder, 'probes.yaml'), 'utf8').catch(
    () => 'answer: []\ndecline: []',
  );
  const documents = await readPersonaDocuments(folder, document, signal);
  const passages = await settledPassages(documents, embedder);
  const vectors = await embedAll(passages, document, embedder, signal);
  const stores = new MemoryKnowledgeStores();
  const spec = {
    personaId: document.id,
    personaUid: '00000000-0000-4000-8000-000000000000',
    generation: 1,
    embeddingIdentity: embedder.identity,
    dimensions: embedder.dimensions,
  };
  await stores.create(spec, signal);
  const writer = await stores.writer(spec, signal);
  const sentences = await embedSentences(
    { embeddings: unkept },
    {
      personaId: document.id,
      embedder: {
        ...embedder,
        embed: (texts, abort) => embedCached(texts, embedder, abort),
      },
      known: new Map(),
      whole: false,
      signal,
    },
    passages,
  );
  const embedded = passages.map((passage, index) => {
    const packed = sentences.get(passage.passageId);
    return {
      ...passage,
      vector: vectors[index] as Float32Array,
      ...(packed === undefined ? {} : { sentences: packed }),
    };
  });
  await writer.replaceDocuments(
    [...new Set(passages.map(({ documentKey }) => documentKey))],
    embedded,
    signal,
  );
  const reader = await stores.reader(spec, signal);
  return { document, probes: probesSchema.parse(parse(probesFile)), reader, passages };
}

/** Without a database nothing is kept of them. */
const unkept = {
  find: async () => new Map<string, Float32Array>(),
  put: async () => undefined,
  findPacked: async () => new Map<string, Uint8Array>(),
  putPacked: async () => undefined,
  refer: async () => undefined,
  prune: async () => 0,
};

/** What its sources hold, as ingestion would store it. */
export async function readPersonaDocuments(
  folder: string,
  persona: PersonaDocument,
  signal: AbortSignal,
): Promise<Document[]> {
  const documents: Document[] = [];
  for (const source of persona.sources)
    documents.push(...(await readSource(folder, persona, source, signal)));
  return documents;
}

async function readSource(
  folder: string,
  persona: PersonaDocument,
  entry: PersonaDocument['sources'][number],
  signal: AbortSignal,
): Promise<Document[]> {
  await using files = await openExport(join(folder, entry.path), { signal });
  const source =
    entry.format === undefined ? await detectSource(files, signal) : sourceByFormat(entry.format);
  const { self, stance, kind } = entry;
  const options = ingestionOptionsSchema.parse({
    ...(self === undefined ? {} : { self }),
    ...(stance === undefined ? {} : { stance }),
    ...(kind === undefined ? {} : { kind }),
  });
  const survey = await surveyExport(files, source, options, signal);
  if (survey.selfUnknown) throw new Error(`${folder}, ${entry.path}: nobody is called ${self}`);
  const input = {
    personaId: persona.id,
    sourceId: entry.source ?? source.format,
    self: survey.self,
    options,
  };
  const documents: Document[] = [];
  for await (const event of readExport(files, source, options, signal)) {
    if (event.type !== 'document') continue;
    const result = normalise(input, event.document);
    if (result.type === 'document') documents.push(result.document);
  }
  return documents;
}

/** Passages with their neighbours in the thread, in the order of (time, id). */
async function settledPassages(
  documents: readonly Document[],
  embedder: Embedder,
): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const document of documents) passages.push(...(await chunkPassages([embedder], document)));
  const threads = new Map<string, Passage[]>();
  for (const passage of passages) {
    if (passage.thread === undefined) continue;
    const thread = `${passage.sourceId}\0${passage.thread}`;
    threads.set(thread, [...(threads.get(thread) ?? []), passage]);
  }
  for (const thread of threads.values()) {
    const key = (passage: Passage): string =>
      `${passage.at ?? ''}\0${passage.externalId}\0${passage.ordinal}`;
    thread.sort((a, b) => (key(a) < key(b) ? -1 : 1));
    for (const [place, passage] of thread.entries()) {
      passage.before = thread
        .slice(Math.max(0, place - 2), place)
        .map(({ passageId }) => passageId)
        .toReversed();
      passage.after = thread.slice(place + 1, place + 3).map(({ passageId }) => passageId);
    }
  }
  return passages;
}

async function embedAll(
  passages: readonly Passage[],
  persona: PersonaDocument,
  embedder: Embedder,
  signal: AbortSignal,
): Promise<Float32Array[]> {
  const authors = new Map(passages.map(({ passageId, author }) => [passageId, author?.name]));
  const texts: string[] = [];
  for (const passage of passages) {
    const around = [...passage.before, ...passage.after].map((id) => authors.get(id));
    const participants = [passage.author?.name, ...around, persona.name].filter(
      (name) => name !== undefined,
    );
    texts.push(
      await embeddingText(passage, {
        participants: [...new Set(participants)],
        countTokens: (text) => embedder.countTokens(text),
        maxTokens: embedder.maxTokens,
      }),
    );
  }
  return embedCached(texts, embedder, signal);
}

/** So that an abort loses little. */
const textsPerStep = 64;

/** Vectors are kept in the temporary folder from one run to the next. */
export async function embedCached(
  texts: readonly string[],
  embedder: Embedder,
  signal: AbortSignal,
): Promise<Float32Array[]> {
  const dir = join(tmpdir(), 'personate-vectors', hash(embedder.identity).slice(0, 12));
  await mkdir(dir, { recursive: true });
  const vectors = new Map<string, Float32Array>();
  const missing: string[] = [];
  for (const text of new Set(texts)) {
    const kept = await readFile(join(dir, hash(text))).catch(() => null);
    if (kept === null) missing.push(text);
    else
      vectors.set(
        text,
        new Float32Array(kept.buffer.slice(kept.byteOffset, kept.byteOffset + kept.byteLength)),
      );
  }
  for (let from = 0; from < missing.length; from += textsPerStep) {
    const some = missing.slice(from, from + textsPerStep);
    for (const [i, vector] of (await embedder.embed(some, signal)).entries()) {
      const text = some[i] ?? '';
      const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
      await writeFile(join(dir, hash(text)), bytes);
      vectors.set(text, vector);
    }
  }
  return texts.map((text) => vectors.get(text) as Float32Array);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
