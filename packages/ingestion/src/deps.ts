import type {
  Document,
  Generation as GenerationState,
  IngestionJob,
  IngestionReport,
  Passage,
  PersonaVersion,
} from '@personate/contracts';
import type { Embedders, KnowledgeStores } from '@personate/knowledge';
import type {
  DocumentWrite,
  ErasureRepository,
  KnownDocument,
  Outcome,
  ProjectedDocument,
} from '@personate/records';
import type { Export, Source } from '@personate/sources';
import type { SettleSourceDeps } from './settle-source.ts';

export interface Generation {
  personaId: string;
  personaUid: string;
  generation: number;
  embeddingIdentity: string;
  dimensions: number;
}

export interface ProjectDeps {
  projection: {
    settleThread(personaId: string): Promise<boolean>;
    behind(
      personaId: string,
      generation: number,
      limit: number,
    ): Promise<Array<{ documentKey: string; revision: string; passages: Passage[] }>>;
    countBehind(personaId: string, generation: number): Promise<number>;
    /** Gone from the records, not yet from the generation. */
    removed(
      personaId: string,
      generation: number,
      limit: number,
    ): Promise<Array<{ documentKey: string; revision: string }>>;
    markProjected(
      personaId: string,
      generation: number,
      documents: readonly ProjectedDocument[],
    ): Promise<void>;
    /** Of the generation, null until it is frozen. */
    averageLength(personaId: string, generation: number): Promise<number | null>;
    freezeAverageLength(
      personaId: string,
      generation: number,
      averageLength: number,
    ): Promise<number>;
    samplePassages(personaId: string, limit: number): Promise<Passage[]>;
    authors(passageIds: readonly string[]): Promise<Map<string, string>>;
    /** All that is known of how far the generation had come, and what was counted of it. */
    forgetGeneration(personaId: string, generation: number): Promise<void>;
  };
  embeddings: {
    find(
      personaId: string,
      identity: string,
      hashes: readonly string[],
    ): Promise<Map<string, Float32Array>>;
    put(
      input: { personaId: string; identity: string; ingestionId: string | null },
      vectors: ReadonlyMap<string, Float32Array>,
    ): Promise<void>;
    findPacked(
      personaId: string,
      identity: string,
      hashes: readonly string[],
    ): Promise<Map<string, Uint8Array>>;
    putPacked(
      input: { personaId: string; identity: string },
      packed: ReadonlyMap<string, Uint8Array>,
    ): Promise<void>;
    refer(
      personaId: string,
      identity: string,
      passages: ReadonlyArray<{ passageId: string; textHash: string }>,
      insteadOf?: string,
    ): Promise<void>;
    prune(personaId: string): Promise<number>;
  };
  corpus: {
    read(keys: readonly string[]): Promise<Document[]>;
    stale(personaId: string, passagesVersion: string, limit: number): Promise<Document[]>;
    rechunk(
      personaId: string,
      passagesVersion: string,
      writes: ReadonlyArray<{ document: Document; passages: readonly Passage[] }>,
    ): Promise<void>;
  };
  embedders: Embedders;
  stores: KnowledgeStores;
}

export interface IngestDeps extends ProjectDeps {
  corpus: ProjectDeps['corpus'] &
    SettleSourceDeps['corpus'] & {
      known(keys: readonly string[]): Promise<Map<string, KnownDocument>>;
      outcomes(
        ingestionId: string,
        keys: readonly string[],
      ): Promise<Map<string, { outcome: Outcome; attempt: number }>>;
      writeBatch(
        input: { ingestionId: string; attempt: number; passagesVersion: string },
        writes: readonly DocumentWrite[],
      ): Promise<void>;
      removeUnmet(input: {
        personaId: string;
        sourceId: string | null;
        ingestionId: string;
        attempt: number;
      }): Promise<number>;
      countOutcomes(ingestionId: string): Promise<Record<Outcome, number>>;
      documents(personaId: string): AsyncIterable<Document>;
      count(personaId: string): Promise<number>;
      /** By what names the persona's own words are signed. */
      ownNames(personaId: string): Promise<string[]>;
    };
  ingestions: {
    get(ingestionId: string, signal: AbortSignal): Promise<IngestionWork | null>;
    /** Marks it running and counts the attempt. @returns null when it is already finished or cancelled. */
    start(ingestionId: string): Promise<{ attempt: number } | null>;
    /** The try that has just ended does not count against it. */
    excuse(ingestionId: string): Promise<void>;
    progress(ingestionId: string, progress: IngestionJob['progress']): Promise<void>;
    cancelRequested(ingestionId: string): Promise<boolean>;
    finish(
      ingestionId: string,
      status: 'done' | 'cancelled',
      report: IngestionReport,
    ): Promise<void>;
    fail(ingestionId: string, error: { code: string; message: string; fix: string }): Promise<void>;
    /** Unfinished ones of the persona, oldest first. */
    unfinished(personaId: string): Promise<string[]>;
  };
  personas: {
    get(personaId: string): Promise<{ name: string }>;
    serving(personaId: string): Promise<{ version: PersonaVersion }>;
  };
  generations: {
    find(personaId: string): Promise<Generation | null>;
    /** The persona's serving generation, created for this embedding when there is none. */
    serving(
      personaId: string,
      embedding: { identity: string; dimensions: number },
    ): Promise<Generation>;
    /** The one to be built now: neither stopped nor given up. */
    building(personaId: string): Promise<Generation | null>;
    /** Those whose store goes on to exist. */
    kept(personaId: string): Promise<Generation[]>;
    /** Those to be dropped, once no answer can still read them. */
    dropping(personaId: string): Promise<Generation[]>;
    progress(of: Generation, progress: GenerationState['progress']): Promise<void>;
    failed(
      of: Generation,
      error: NonNullable<GenerationState['error']>,
      final: boolean,
    ): Promise<void>;
    /** Lets it serve, if it holds all that the records do. */
    switchTo(of: Generation): Promise<boolean>;
    /** After its store was dropped. */
    forget(of: Generation): Promise<void>;
  };
  places: {
    /** The kind of store that is written to. */
    readonly store: string;
    /** The one that the generation was projected into last. */
    find(generation: Generation): Promise<string | null>;
    settle(generation: Generation, store: string): Promise<void>;
    /** Whether its serving generation lies in another store, or lacks something of the records. */
    isBehind(personaId: string): Promise<boolean>;
  };
  leases: {
    take(name: string, ttlMs: number): Promise<{ name: string; token: number } | null>;
    renew(lease: { name: string; token: number }, ttlMs: number): Promise<boolean>;
    release(lease: { name: string; token: number }): Promise<void>;
  };
  exports: {
    /** `name`: what the file was called where it comes from. */
    open(path: string, name: string, signal: AbortSignal): Promise<Export>;
    source(files: Export, format: string | undefined, signal: AbortSignal): Promise<Source>;
  };
  uploads: { discard(blobId: string): Promise<void> };
  /** After an ingestion that changed something: proposes the statistical draft. */
  draft(personaId: string, ingestionId: string): Promise<void>;
  log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
}

/** A job as the worker reads it. */
export interface IngestionWork {
  job: IngestionJob;
  /**
   * Where the export lies, null where all of the source is to go; `blobId` when it is an upload that is discarded at
   * the end.
   */
  path: string | null;
  blobId: string | null;
  /** Hex, of the file as it was when it was sent; null where nobody said. */
  sha256: string | null;
  embedded: number;
  /** How often it was begun. */
  attempt: number;
  /** How many of these ended because a store was away. */
  excused: number;
}

/** What an erasure needs beside the projection. */
export interface EraseDeps extends Pick<
  IngestDeps,
  keyof ProjectDeps | 'leases' | 'uploads' | 'log' | 'generations' | 'places'
> {
  personas: {
    /** Archived ones too. @throws personaMissing */
    get(personaId: string): Promise<{ name: string; knowledgeRevision: number }>;
  };
  ingestions: Pick<IngestDeps['ingestions'], 'unfinished'> & {
    requestCancel(ingestionId: string): Promise<void>;
  };
  erasures: Pick<
    ErasureRepository,
    | 'open'
    | 'get'
    | 'work'
    | 'planPersona'
    | 'withdrawPersona'
    | 'personasOfUser'
    | 'eraseDocument'
    | 'eraseUser'
    | 'erasePersona'
    | 'finish'
    | 'discard'
  >;
  /** Has what is at an endpoint of the persona's tuning runs ended there. @returns how much, for the receipt. */
  endTraining?: (input: { personaId: string }) => Promise<Record<string, number>>;
  /** How long somebody else's work at the persona is waited for; 10 s unless given. */
  waitMs?: number;
}
