import { randomUUID } from 'node:crypto';
import type { Config, Logger } from '@personate/chassis';
import type {
  PersonaDocument,
  PersonaProposal,
  Principal,
  Status,
  Suggestion,
} from '@personate/contracts';
import { answerTurn, type AnswerTurnDeps, type Similarity } from '@personate/conversation';
import type { EvolveDeps } from '@personate/evolution';
import type { GatewayDeps } from '@personate/gateway';
import { openSessions } from '@personate/gateway';
import { inspectExport, removeDocument, type IngestDeps } from '@personate/ingestion';
import {
  analyse,
  recall,
  type Embedder,
  type KnowledgeReader,
  type KnowledgeStores,
} from '@personate/knowledge';
import type { Speaker } from '@personate/language';
import { buildPrompt, draftPersona } from '@personate/personas';
import { evolvePersona, ingestPersona, type Queues } from '@personate/queues';
import {
  CorpusRepository,
  EvolutionRepository,
  GenerationRepository,
  IngestionRepository,
  KeyRepository,
  LeaseRepository,
  MemoryRepository,
  PersonaRepository,
  SeedSourceRepository,
  TurnRepository,
  type BlobStore,
  type Database,
} from '@personate/records';
import { detectSource, openExport, sourceByFormat } from '@personate/sources';

export interface Parts {
  config: Config;
  version: string;
  log: Logger;
  database: Database;
  queues: Queues;
  stores: KnowledgeStores;
  embedder: Embedder;
  speaker: Speaker;
  fallback: Speaker;
  similarity: Similarity;
  blobs: BlobStore;
  adminKey: string;
  now: () => Date;
  /** Asked for each status: who is still loading, and what could be better. */
  loading: () => string[];
  suggestions: () => Suggestion[];
}

export type Composition = ReturnType<typeof compose>;

/** The three services' dependencies, joined by hand over one database. */
export function compose(parts: Parts) {
  const { config, log, database, queues, stores, embedder, blobs, now } = parts;
  const db = database.kysely;
  const personas = new PersonaRepository(db);
  const turns = new TurnRepository(db);
  const memories = new MemoryRepository(db);
  const evolution = new EvolutionRepository(db);
  const leases = new LeaseRepository(db);
  const keys = new KeyRepository(db);
  const ingestions = new IngestionRepository(db);
  const corpus = new CorpusRepository(db);
  const generations = new GenerationRepository(db);
  const seedSources = new SeedSourceRepository(db);

  async function openKnowledge(personaId: string, signal: AbortSignal): Promise<KnowledgeReader> {
    const found = await generations.find(personaId);
    // Asked before anything was ingested: a generation that was never written to reads empty.
    const spec = found ?? {
      personaId,
      personaUid: await personas.uid(personaId),
      generation: 1,
      embeddingIdentity: embedder.identity,
      dimensions: embedder.dimensions,
    };
    return stores.reader(spec, signal);
  }

  async function derive(personaId: string, signal: AbortSignal): Promise<PersonaProposal | null> {
    const { version } = await personas.serving(personaId);
    const draft = await draftPersona({
      current: version.document,
      documents: corpus.documents(personaId),
      signal,
    });
    // Measures alone are no draft that anybody has to decide on.
    if (!draft.items.some(({ path }) => path !== 'persona.voice.measured')) return null;
    return personas.propose(personaId, {
      document: draft.document,
      origin: 'derive',
      baseVersion: version.version,
      causedBy: [],
      note: ['Measured from its documents.', ...draft.notes].join(' '),
    });
  }

  const ingest: IngestDeps = {
    corpus,
    embedder,
    stores,
    generations: {
      async serving(personaId, embedding) {
        const generation = await generations.serving(personaId, embedding);
        await stores.create(generation, AbortSignal.timeout(30_000));
        return generation;
      },
    },
    ingestions: {
      async get(ingestionId) {
        const work = await ingestions.work(ingestionId);
        if (work === null) return null;
        const path = work.blobId === null ? (work.path ?? '') : await blobs.path(work.blobId);
        return {
          job: work.job,
          blobId: work.blobId,
          embedded: work.embedded,
          attempt: work.attempt,
          path,
        };
      },
      start: (id) => ingestions.start(id),
      progress: (id, progress) => ingestions.progress(id, progress),
      cancelRequested: (id) => ingestions.cancelRequested(id),
      finish: (id, status, report) => ingestions.finish(id, status, report),
      fail: (id, error) => ingestions.fail(id, error),
      unfinished: (personaId) => ingestions.unfinished(personaId),
    },
    personas,
    leases,
    exports: {
      open: (path, name, signal) => openExport(path, { name, signal }),
      async source(files, format, signal) {
        return format === undefined ? detectSource(files, signal) : sourceByFormat(format);
      },
    },
    uploads: { discard: (blobId) => blobs.delete(blobId) },
    async draft(personaId, ingestionId) {
      // What came with a persona's folder was written by hand: its YAML says who it is.
      if ((await ingestions.work(ingestionId))?.blobId == null) return;
      await derive(personaId, AbortSignal.timeout(120_000));
    },
    log,
  };

  const answer: AnswerTurnDeps = {
    personas,
    knowledge: { open: openKnowledge },
    embedder,
    recall,
    analyse,
    similarity: parts.similarity,
    buildPrompt,
    speaker: parts.speaker,
    fallback: parts.fallback,
    memories,
    turns,
    evolution: {
      poke: (persona) => queues.poke(evolvePersona, persona, { delayMs: config.quietMs }),
    },
    newId: randomUUID,
    now,
    log,
  };

  const evolve: EvolveDeps = {
    leases,
    personas,
    memories,
    evolution,
    newId: randomUUID,
    now,
    quietMs: config.quietMs,
    log,
  };

  const admin: Principal = {
    keyId: 'console',
    scopes: ['admin'],
    personas: null,
    vouchesForUser: true,
    inlineCitations: false,
    audience: [],
  };

  const gateway: GatewayDeps = {
    answer: (input) => answerTurn(answer, input),
    personas,
    knowledge: {
      async search({ personaId, question, k, audience, signal }) {
        const { version } = await personas.serving(personaId);
        const { document } = version;
        return recall(
          { store: await openKnowledge(personaId, signal), embedder },
          {
            question,
            k,
            audience,
            signal,
            selfNames: [document.name],
            languages: document.persona.voice.languages,
            ...asOf(document.knowledgeLimits),
          },
        );
      },
      async passages({ personaId, passageIds, audience, signal }) {
        const reader = await openKnowledge(personaId, signal);
        const nothing = {
          vector: new Float32Array(embedder.dimensions),
          terms: new Map<string, number>(),
        };
        return (await reader.passages(passageIds, { ...nothing, audience }, signal)).map(
          (found) => found.passage,
        );
      },
      async statistics(personaId, signal) {
        return (await openKnowledge(personaId, signal)).statistics(signal);
      },
      removeDocument: ({ personaId, documentKey, signal }) =>
        removeDocument(ingest, { personaId, documentKey, signal }),
    },
    ingestions: {
      create: (job) => ingestions.create(job),
      get: (id) => ingestions.get(id),
      list: (personaId, page) => ingestions.list(personaId, page),
      requestCancel: (id) => ingestions.requestCancel(id),
    },
    uploads: blobs,
    pokeIngestion: (persona) => queues.poke(ingestPersona, persona),
    async inspect({ blobId, fileName, personaId, options, signal }) {
      return inspectExport(ingest, {
        path: await blobs.path(blobId),
        fileName,
        personaId,
        options,
        signal,
      });
    },
    derive: ({ personaId, signal }) => derive(personaId, signal),
    conversations: turns,
    memories,
    keys,
    sessions: openSessions({ adminKey: parts.adminKey, principal: admin, now }),
    health: {
      database: () => database.pool.query('SELECT 1'),
      queue: () => queues.counts(),
    },
    status: async () => status(parts),
    newId: randomUUID,
    now,
    log,
  };

  return { personas, keys, ingestions, seedSources, memories, turns, ingest, evolve, gateway };
}

function asOf({ enabled, asOf: date }: PersonaDocument['knowledgeLimits']): { asOf?: string } {
  if (!enabled || date === undefined) return {};
  // A date means its whole day.
  return { asOf: date.length === 10 ? `${date}T23:59:59.999Z` : date };
}

function status(parts: Parts): Status {
  const { model } = parts.config;
  return {
    version: parts.version,
    form: 'embedded',
    store: {
      name: 'pgvector on PGlite, in this process',
      change: 'The embedded form has this one store.',
    },
    embedder: {
      name: `MiniLM, bundled (${parts.embedder.identity})`,
      dimensions: parts.embedder.dimensions,
      change: 'The embedded form has this one embedder.',
    },
    speaker:
      model === null
        ? {
            kind: 'extractive',
            model: null,
            endpoint: null,
            change:
              'For a persona that talks freely: PERSONATE_CHAT_MODEL=qwen3:4b OPENAI_BASE_URL=http://127.0.0.1:11434/v1 npm start (after `ollama pull qwen3:4b`, 2.6 GB), or any OpenAI-compatible endpoint.',
          }
        : {
            kind: 'endpoint',
            model: model.name,
            endpoint: new URL(model.baseUrl).host,
            change:
              'Unset PERSONATE_CHAT_MODEL to let personas answer in their own recorded words.',
          },
    quietMs: parts.config.quietMs,
    uploadLimitBytes: parts.config.uploadLimitBytes,
    suggestions: parts.suggestions(),
    loading: parts.loading(),
  };
}
