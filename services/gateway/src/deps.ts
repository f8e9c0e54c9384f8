import type {
  Calibration,
  CalibrationOptions,
  CalibrationProgress,
  CharacterImport,
  CommonChange,
  CommonSet,
  Consent,
  Conversation,
  ConversationSummary,
  Degraded,
  Erasure,
  ErasureCheck,
  Finding,
  Explanation,
  Generation,
  IngestionJob,
  Interview,
  InterviewAnswer,
  IngestionOptions,
  IngestionReport,
  KeyRecord,
  KnowledgeManifest,
  KnowledgeManifestDiff,
  KnowledgeMap,
  KnowledgeStatistics,
  Memory,
  NewConsent,
  NewGeneration,
  NewKey,
  NewTrainingRun,
  Passage,
  PersonaDocument,
  PersonaProposal,
  PersonaSummary,
  PersonaVersion,
  Principal,
  SearchResult,
  Status,
  ToneReport,
  ToneRequest,
  TrainingRun,
  TrainingSet,
  Unpacked,
  VersionOrigin,
  VersionSummary,
} from '@personate/contracts';
import type { AnswerEvent, AnswerTurnInput } from '@personate/conversation';
import type { Telemetry } from '@personate/chassis';
import type { FastifyBaseLogger } from 'fastify';
import type { Readable } from 'node:stream';

/** Everything the gateway needs from others. Built by hand in the service that composes it. */
export interface GatewayDeps {
  /** `answerTurn` with its own deps bound. */
  answer(input: AnswerTurnInput): AsyncIterable<AnswerEvent>;
  /** `explainTurn`, likewise: what stands before the first word. Stores nothing, asks no model. */
  explain(input: AnswerTurnInput): Promise<Explanation>;
  personas: GatewayPersonas;
  knowledge: GatewayKnowledge;
  revisions: GatewayRevisions;
  packs: GatewayPacks;
  training: GatewayTraining;
  /** What a persona knows, seen from above. */
  map(input: {
    personaId: string;
    audience: readonly string[];
    signal: AbortSignal;
  }): Promise<KnowledgeMap>;
  common: GatewayCommon;
  personaFiles: GatewayPersonaFiles;
  generations: GatewayGenerations;
  interviews: GatewayInterviews;
  ingestions: GatewayIngestions;
  /** Signs the tokens of kept uploads, the same for every gateway; one of its own where it is not given. */
  uploadSecret?: string;
  /** Writes down at all gateways that a kept upload was taken. @returns false where it was before */
  spendUpload(blobId: string, endsAt: Date): Promise<boolean>;
  uploads: GatewayUploads;
  /** Told after the job is stored; a failing poke is logged only, the sweep finds the job. */
  pokeIngestion(persona: { personaId: string }): Promise<void>;
  /** Reads an upload without keeping anything of it. @throws ExpectedError `export.*`. */
  inspect(input: {
    blobId: string;
    fileName: string;
    /** Whose documents to compare with; null: all are new. */
    personaId: string | null;
    options: IngestionOptions;
    signal: AbortSignal;
  }): Promise<IngestionReport>;
  /** Drafts the persona from its documents; null when the draft would change nothing. @throws ExpectedError `persona.consent-withdrawn` where a model would read. */
  derive(input: {
    personaId: string;
    /** Lets a model read excerpts too, where one is configured. */
    model: boolean;
    signal: AbortSignal;
  }): Promise<PersonaProposal | null>;
  /**
   * Measures where the persona's knowledge ends, and proposes or applies the threshold that comes of it.
   * @throws ExpectedError `persona.too-little-to-calibrate`.
   */
  calibrate(input: {
    personaId: string;
    options: CalibrationOptions;
    /** Whose passages may give questions that this persona cannot answer. */
    maySee: (personaId: string) => boolean;
    signal: AbortSignal;
    onProgress?: (progress: CalibrationProgress) => void;
  }): Promise<Calibration>;
  /** Trains and measures the persona's tone, and scores texts by it. @throws ExpectedError `persona.too-little-for-tone`. */
  tone(input: {
    personaId: string;
    /** Whose texts may stand on the other side. */
    maySee: (personaId: string) => boolean;
    asked: ToneRequest;
    signal: AbortSignal;
  }): Promise<ToneReport>;
  conversations: GatewayConversations;
  memories: GatewayMemories;
  keys: GatewayKeys;
  sessions: GatewaySessions;
  erasures: GatewayErasures;
  /** Each resolves when that part works, and rejects when it does not; by name. */
  health: Readonly<Record<string, (signal: AbortSignal) => Promise<unknown>>>;
  /** Those of `health` whose failure keeps nobody from an answer: it is told, and the gateway is ready all the same. */
  spared?: ReadonlyArray<string>;
  /** What answers have to do without now; nothing, unless given. */
  degraded?: () => readonly Degraded[];
  /** Names no persona that the asker may not know of. */
  status(signal: AbortSignal, maySee: (personaId: string) => boolean): Promise<Status>;
  newId: () => string;
  now: () => Date;
  /** What is found of what the server stands on; says of each fault what to do. */
  diagnose(signal: AbortSignal): Promise<Finding[]>;
  /** Of the queues, for operators. @param uiDir where the package of its page lies. */
  board(uiDir: string): Promise<{
    uiConfig: object;
    read(
      path: string,
      query: Record<string, unknown>,
    ): Promise<{ status: number; body: unknown } | null>;
  }>;
  telemetry: Telemetry;
  /** A pino instance; the gateway passes no key, cookie, token or user text to it. */
  log: FastifyBaseLogger;
}

/** Every call throws `persona.missing` for an unknown persona unless it says otherwise. */
export interface GatewayPersonas {
  /** By id; archived ones too, marked so. */
  list(): Promise<PersonaSummary[]>;
  get(personaId: string): Promise<PersonaSummary>;
  /** Version 1. @throws ExpectedError `persona.exists`. */
  create(
    document: PersonaDocument,
    options: { origin: VersionOrigin; note: string },
  ): Promise<PersonaVersion>;
  /** Newest first, those below `before`, at most `limit`. */
  versions(personaId: string, page: { limit: number; before?: number }): Promise<VersionSummary[]>;
  /** @throws ExpectedError `persona.version-missing`. */
  version(personaId: string, version: number): Promise<PersonaVersion>;
  /** @throws ExpectedError `persona.head-moved`. */
  append(
    personaId: string,
    next: {
      expectedHead: number;
      document: PersonaDocument;
      origin: VersionOrigin;
      note: string;
      causedBy: string[];
    },
  ): Promise<PersonaVersion>;
  archive(personaId: string): Promise<void>;
  unarchive(personaId: string): Promise<void>;
  consent(personaId: string): Promise<Consent>;
  /** From then on it answers nobody, and no version of it changes that. */
  withdrawConsent(
    personaId: string,
    options: { by: string; note?: string | undefined },
  ): Promise<Consent>;
  /** As a version; lifts a withdrawal. @throws ExpectedError `persona.consent-incomplete`. */
  giveConsent(personaId: string, given: NewConsent): Promise<Consent>;
  /** Newest first. */
  listProposals(personaId: string): Promise<PersonaProposal[]>;
  /** @throws ExpectedError `persona.proposal-missing`. */
  getProposal(personaId: string, proposalId: string): Promise<PersonaProposal>;
  /** Makes what `merge` makes of it the head; what that throws is thrown. @throws ExpectedError `persona.proposal-closed`. */
  acceptProposal(
    personaId: string,
    proposalId: string,
    merge: (sides: { base: PersonaVersion; head: PersonaVersion; proposal: PersonaProposal }) => {
      document: PersonaDocument;
      note: string;
    },
  ): Promise<PersonaVersion>;
  dismissProposal(personaId: string, proposalId: string): Promise<void>;
}

export interface GatewayKnowledge {
  /** `recall` over the persona's serving generation. */
  search(input: {
    personaId: string;
    question: string;
    k: number;
    audience: readonly string[];
    signal: AbortSignal;
  }): Promise<{
    results: SearchResult[];
    degraded: readonly Degraded[];
    timings: Readonly<Record<string, number>>;
  }>;
  /** In no order; those that do not exist or may not be seen are left out. */
  passages(input: {
    personaId: string;
    passageIds: readonly string[];
    audience: readonly string[];
    signal: AbortSignal;
  }): Promise<Passage[]>;
  statistics(personaId: string, signal: AbortSignal): Promise<KnowledgeStatistics>;
  /** Erases it whole. @throws ExpectedError `document.missing`, `persona.busy`. */
  removeDocument(input: {
    personaId: string;
    documentKey: string;
    requestedBy: string;
    signal: AbortSignal;
  }): Promise<{ knowledgeRevision: number; erasureId?: string | undefined }>;
}

/** Personas as files; all of it reads or writes documents, which ingestion does. */
export interface GatewayPacks {
  /** @throws ExpectedError `persona.consent-withdrawn`. */
  exportKnowledge(input: {
    personaId: string;
    passages: boolean;
    vectors: boolean;
    signal: AbortSignal;
  }): Promise<AsyncIterable<string>>;
  pack(input: { personaId: string; vectors: boolean; signal: AbortSignal }): Promise<Readable>;
  /** The ingestion of its knowledge reads the upload afterwards. @throws ExpectedError `pack.*`, `export.*`, `persona.exists`. */
  unpack(input: NewFromUpload): Promise<Unpacked>;
  /** @throws ExpectedError `card.*`, `persona.yaml-invalid`, `persona.exists`, `persona.consent-withdrawn`. */
  importCharacter(input: NewFromUpload): Promise<CharacterImport>;
}

/** Models that are tuned on a persona's own words. */
export interface GatewayTraining {
  /** @throws ExpectedError `training.too-few`, `persona.consent-*`, `persona.busy`. */
  set(input: {
    personaId: string;
    /** Groups beyond the public; all of them may be seen by who asks. */
    audience: readonly string[];
    heldOutShare: number;
    signal: AbortSignal;
  }): Promise<TrainingSet>;
  /** Stored; ingestion does it. @throws ExpectedError `training.under-way`. */
  start(run: { personaId: string; requestedBy: string } & NewTrainingRun): Promise<TrainingRun>;
  /** Newest first. */
  list(personaId: string): Promise<TrainingRun[]>;
  /** @throws ExpectedError `training.run-missing`. */
  get(personaId: string, runId: string): Promise<TrainingRun>;
  /** Its model speaks for the persona from then on. @throws ExpectedError `training.no-model`, `training.marked`. */
  promote(personaId: string, runId: string): Promise<TrainingRun>;
  /** The server's model speaks again; null: it did already. */
  drop(personaId: string): Promise<TrainingRun | null>;
  /** Of the tuned model that speaks for it; null: none does. */
  servingModel(personaId: string): Promise<string | null>;
  /** Asks a run that is under way to stop; one that has ended stays as it is. */
  cancel(personaId: string, runId: string): Promise<TrainingRun>;
}

interface NewFromUpload {
  blobId: string;
  /** Hex. */
  sha256: string;
  fileName: string;
  /** The id that it shall have, where it is not to follow from the file. */
  as: string | undefined;
  /** Throws when the caller may not make a persona of that id. */
  admit: (personaId: string) => void;
  signal: AbortSignal;
}

/** Common sets. All but `list` and `create` throw ExpectedError `common.missing`. */
export interface GatewayCommon {
  list(): Promise<CommonSet[]>;
  get(setId: string): Promise<CommonSet>;
  /** @throws ExpectedError `common.exists`. */
  create(set: { id: string; title: string }): Promise<CommonSet>;
  /** The upload is the set's from then on. @throws ExpectedError `common.not-whole`, `common.nothing-in-it`, `export.*`. */
  feed(input: {
    setId: string;
    blobId: string;
    fileName: string;
    sha256: string;
    sizeBytes: number;
    signal: AbortSignal;
  }): Promise<CommonChange>;
  /** @throws ExpectedError `common.not-fed`. */
  attach(setId: string, personaId: string): Promise<IngestionJob>;
  detach(setId: string, personaId: string): Promise<IngestionJob>;
  erase(setId: string): Promise<{ blobId: string | null; ingestions: IngestionJob[] }>;
}

export interface GatewayPersonaFiles {
  /** null when there is none. */
  find(
    personaId: string,
    name: string,
  ): Promise<{ name: string; mediaType: string; bytes: Buffer } | null>;
}

/** What knowledge revisions name. Each throws ExpectedError `knowledge.revision-unknown`. */
export interface GatewayRevisions {
  manifest(
    personaId: string,
    page: { revision?: number; after?: string; limit: number },
  ): Promise<KnowledgeManifest>;
  diff(
    personaId: string,
    page: { from: number; to: number; after?: string; limit: number },
  ): Promise<KnowledgeManifestDiff>;
}

/** The stores of a persona's knowledge. What is asked for is stored; ingestion does it. */
export interface GatewayGenerations {
  /** Newest first. */
  list(personaId: string): Promise<Generation[]>;
  /** @throws ExpectedError `generation.missing`. */
  get(personaId: string, generation: number): Promise<Generation>;
  /**
   * @throws ExpectedError `generation.under-way`, `generation.same-embedder`, `knowledge.empty`,
   *   `embedding.unknown-model`, and what an endpoint's first use throws.
   */
  begin(wanted: NewGeneration & { personaId: string; signal: AbortSignal }): Promise<Generation>;
  /** False when it is not being built. */
  setStopped(of: { personaId: string; generation: number }, stopped: boolean): Promise<boolean>;
  /** False for the one that serves. */
  giveUp(of: { personaId: string; generation: number }): Promise<boolean>;
}

/** Calls on one interview throw ExpectedError `interview.missing`. */
export interface GatewayInterviews {
  create(
    interview: Pick<
      Interview,
      'interviewId' | 'personaId' | 'role' | 'respondent' | 'audience' | 'questions'
    >,
  ): Promise<Interview>;
  get(personaId: string, interviewId: string): Promise<Interview>;
  /** Newest first. */
  list(personaId: string, page: { limit: number }): Promise<Interview[]>;
  /** @throws ExpectedError `interview.question-missing`. */
  answer(
    personaId: string,
    interviewId: string,
    answer: InterviewAnswer,
    now: Date,
  ): Promise<Interview>;
  /** Its answers are being ingested by that. */
  settle(personaId: string, interviewId: string, ingestionId: string): Promise<Interview>;
}

export interface GatewayIngestions {
  create(job: {
    personaId: string;
    options: IngestionOptions;
    blobId: string;
    /** Hex, as the upload came; unknown of one that a gateway of before kept. */
    sha256: string | undefined;
    fileName: string;
  }): Promise<IngestionJob>;
  /** null when there is none. */
  get(ingestionId: string): Promise<IngestionJob | null>;
  /** Newest first. */
  list(personaId: string, page: { limit: number }): Promise<IngestionJob[]>;
  /** Asks the running job to stop; one that has ended stays as it is. */
  requestCancel(ingestionId: string): Promise<void>;
}

export interface GatewayUploads {
  /** Whole or not at all. @throws ExpectedError `upload.too-large`, `storage.full`. */
  put(
    content: Readable,
    options: { name: string; limitBytes: number; signal: AbortSignal },
  ): Promise<{ blobId: string; sha256: string; sizeBytes: number }>;
  /** False once it was deleted or swept. */
  has(blobId: string): Promise<boolean>;
  delete(blobId: string): Promise<void>;
}

export interface GatewayConversations {
  /**
   * Latest first, those whose last turn is before `before`, ties told apart by `beforeId`. An absent filter means any.
   * `reader`: those held with its key, and those whose turns were all told to groups that it is in.
   */
  list(query: {
    personaId?: string;
    userId?: string;
    keyId?: string;
    reader?: { keyId: string; audience: readonly string[] };
    limit: number;
    before?: string;
    beforeId?: string;
  }): Promise<ConversationSummary[]>;
  /** With its turns, oldest first; null when there is none. */
  get(conversationId: string): Promise<Conversation | null>;
  delete(conversationId: string): Promise<void>;
}

export interface GatewayMemories {
  /** Not the deleted ones; newest first. */
  list(query: { personaId?: string; userId?: string; limit: number }): Promise<Memory[]>;
  get(memoryId: string): Promise<Memory | null>;
  correct(memoryId: string, text: string): Promise<Memory>;
  delete(memoryId: string): Promise<void>;
}

export interface GatewayKeys {
  /** In constant time; null for an unknown or revoked key. */
  verify(key: string): Promise<Principal | null>;
  create(key: NewKey): Promise<{ key: string; record: KeyRecord }>;
  list(): Promise<KeyRecord[]>;
  /** False when there is no such key. */
  revoke(keyId: string): Promise<boolean>;
}

export interface GatewayErasures {
  /** Writes down that it is to be done; one that is under way for the same is that one. */
  open(
    target: { scope: 'persona'; personaId: string } | { scope: 'user'; userId: string },
    requestedBy: string,
  ): Promise<Erasure>;
  /** Does it. @throws ExpectedError `persona.busy`: it goes on by itself then. */
  run(input: { erasureId: string; signal: AbortSignal }): Promise<Erasure>;
  get(erasureId: string): Promise<Erasure | null>;
  /** Newest first. */
  list(page: { limit: number }): Promise<Erasure[]>;
  /** Counts what is left; null when there is no such erasure. */
  check(input: { erasureId: string; signal: AbortSignal }): Promise<ErasureCheck | null>;
}

/** Console logins; `openSessions` makes one. */
export interface GatewaySessions {
  /** A login token: for one use, within ten minutes. */
  mint(): { token: string; expiresAt: Date };
  /** null for a token that is unknown, used or too old. */
  redeem(token: string): Promise<{ cookie: string; maxAgeSeconds: number } | null>;
  verify(cookie: string): Promise<Principal | null>;
  end(cookie: string): Promise<void>;
}

export interface GatewayConfig {
  version: string;
  /** Host names beside loopback's, in lower case; one with a port, or a range of them, is for that only. */
  allowedHosts: readonly string[];
  uploadLimitBytes: number;
  requestsPerMinute: number;
  /** Also serves the metrics, to admin keys: where there is no port of their own for them. */
  servesMetrics?: boolean;
  /** The built console; absent: none is served. */
  consoleDir?: string;
  /** How clients reach it, for links (`https://personate.example.org`); absent: the request's Host. */
  publicUrl?: string;
  /** A proxy's header, in lower case, that names the user and that clients cannot set; absent: none is believed. */
  userHeader?: string;
  /** Between two looks at a job that is watched. */
  watchIntervalMs?: number;
  /** Between two comments that keep an event stream open. */
  heartbeatMs?: number;
  /** How long an answer may take to begin, where a route does not say otherwise. */
  answerMs?: number;
  /** How long an answer under way may go on when the server closes. */
  closingGraceMs?: number;
}
