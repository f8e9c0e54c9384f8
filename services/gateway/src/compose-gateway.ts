import { randomUUID } from 'node:crypto';
import type { Telemetry } from '@personate/chassis';
import {
  answerTurn,
  explainTurn,
  PersonaWatch,
  ToneHeads,
  type AnswerTurnDeps,
  type Similarity,
} from '@personate/conversation';
import {
  analyse,
  QuestionEmbedders,
  recall,
  type Embedders,
  type KnowledgeStores,
  type Reranker,
} from '@personate/knowledge';
import type { Speaker } from '@personate/language';
import { buildPrompt, openTokenCounter } from '@personate/personas';
import { evolvePersona, ingestPersona, type Queues } from '@personate/queues';
import type { Repositories } from '@personate/records';
import { calibrateAndOffer } from './calibrate-and-offer.ts';
import type { ReplySettings } from './choose-aspect-models.ts';
import { composeGenerations } from './compose-generations.ts';
import { composeKnowledge } from './compose-knowledge.ts';
import type { GatewayDeps, GatewayErasures, GatewayKnowledge } from './deps.ts';
import { firstReadings } from './first-readings.ts';
import { observeAnswers } from './observe/observe-answers.ts';
import { observeRecall } from './observe/observe-recall.ts';
import { observeSpeaker } from './observe/observe-speaker.ts';
import { improvisationsOver } from './record-improvised.ts';
import { trainingOver } from './training-over.ts';
import { consolePrincipal, openSessions } from './sessions.ts';

export interface GatewayParts {
  records: Pick<
    Repositories,
    | 'personas'
    | 'turns'
    | 'memories'
    | 'keys'
    | 'ingestions'
    | 'interviews'
    | 'generations'
    | 'revisions'
    | 'personaFiles'
    | 'erasures'
    | 'trainingRuns'
  >;
  queues: Pick<Queues, 'poke' | 'board'>;
  stores: Pick<KnowledgeStores, 'reader'>;
  embedders: Embedders;
  /** Longest wait for a question's vector from an endpoint; 3 s unless given. */
  embeddingPatienceMs?: number | undefined;
  reranker?: Reranker;
  speaker: Speaker;
  /** Absent: no model speaks here. */
  tunedSpeaker?: (model: string) => Speaker;
  fallback: Speaker;
  similarity: Similarity;
  /** Absent: embedded, and no model of their own. */
  aspects?: ReplySettings;
  uploads: GatewayDeps['uploads'];
  /** What needs the documents' texts, which only ingestion reads. */
  ingestion: Pick<GatewayDeps, 'inspect' | 'derive' | 'packs' | 'common' | 'map'> &
    Pick<GatewayKnowledge, 'removeDocument'> & {
      training: Pick<GatewayDeps['training'], 'set'>;
      erase: GatewayErasures['run'];
      checkErasure: GatewayErasures['check'];
    };
  adminKey: string;
  quietMs: number;
  health: GatewayDeps['health'];
  spared?: GatewayDeps['spared'];
  status: GatewayDeps['status'];
  diagnose: GatewayDeps['diagnose'];
  now: () => Date;
  telemetry: Telemetry;
  log: GatewayDeps['log'];
}

const defaultPatienceMs = 3_000;

/** What the gateway needs, over the records, a knowledge store and a speaker. */
export function composeGateway(parts: GatewayParts): GatewayDeps {
  const { records, queues, ingestion, telemetry, now, log } = parts;
  const { personas, turns, memories, keys, ingestions } = records;
  const questionEmbedders = new QuestionEmbedders({
    embedders: parts.embedders,
    patienceMs: parts.embeddingPatienceMs ?? defaultPatienceMs,
  });
  const observedRecall = observeRecall(telemetry, recall);
  const { openKnowledge, knowledge } = composeKnowledge({
    ...parts,
    questionEmbedders,
    recall: observedRecall,
  });
  const fallback = observeSpeaker(telemetry, parts.fallback);
  const isFallback = parts.speaker === parts.fallback;
  const { tunedSpeaker } = parts;

  const openPersonas = {
    serving: (id: string, version?: number) => personas.serving(id, version),
    isLoading: firstReadings((personaId) => ingestions.firstReading(personaId)),
  };
  /** With the model that was tuned for it, where whoever asks may see what that has learnt. */
  const personasFor = ({ audience }: { audience: readonly string[] }) => ({
    ...openPersonas,
    async serving(id: string, version?: number) {
      const [serving, tunedModel] = await Promise.all([
        personas.serving(id, version),
        tunedSpeaker === undefined ? null : records.trainingRuns.servingModel(id, audience),
      ]);
      return { ...serving, ...(tunedModel === null ? {} : { tunedModel }) };
    },
  });
  const tone = new ToneHeads({
    personas: openPersonas,
    knowledge: { open: openKnowledge },
    embedder: parts.embedders.bundled,
    list: () => personas.list(),
    erasures: () => records.erasures.list({ limit: 20 }),
    now,
    log,
  });
  /** Even of one that failed half-way. */
  const forgetting =
    <Input, Result>(erase: (input: Input) => Promise<Result>) =>
    (input: Input): Promise<Result> =>
      erase(input).finally(() => tone.forget());
  const answer: AnswerTurnDeps = {
    personas: openPersonas,
    tone,
    personaWatch: new PersonaWatch({
      amongStopped: (ids) => personas.amongStopped(ids),
      log,
    }),
    knowledge: { open: openKnowledge },
    recall: observedRecall,
    analyse,
    similarity: parts.similarity,
    ...parts.aspects,
    buildPrompt,
    speaker: isFallback ? fallback : observeSpeaker(telemetry, parts.speaker),
    ...(tunedSpeaker === undefined
      ? {}
      : { tunedSpeaker: (model: string) => observeSpeaker(telemetry, tunedSpeaker(model)) }),
    fallback,
    memories,
    improvisations: improvisationsOver({
      uploads: parts.uploads,
      ingestions,
      pokeIngestion: (persona) => queues.poke(ingestPersona, persona),
      log,
    }),
    turns,
    evolution: {
      poke: (persona) => queues.poke(evolvePersona, persona, { delayMs: parts.quietMs }),
    },
    newId: randomUUID,
    now,
    log,
  };

  const countTokens = openTokenCounter();

  return {
    answer: observeAnswers(telemetry, (input) =>
      answerTurn({ ...answer, personas: personasFor(input) }, input),
    ),
    explain: (input) =>
      explainTurn({ ...answer, personas: personasFor(input), countTokens }, input),
    personas,
    knowledge: { ...knowledge, removeDocument: forgetting(ingestion.removeDocument) },
    generations: composeGenerations(parts),
    interviews: records.interviews,
    ingestions,
    uploads: parts.uploads,
    uploadSecret: parts.adminKey,
    spendUpload: (blobId, endsAt) => keys.spendUpload(blobId, endsAt),
    pokeIngestion: (persona) => queues.poke(ingestPersona, persona),
    inspect: ingestion.inspect,
    derive: ingestion.derive,
    calibrate: (input) => calibrateAndOffer(answer, personas, input),
    tone: ({ personaId, ...options }) => tone.train(personaId, options),
    revisions: records.revisions,
    packs: ingestion.packs,
    training: {
      set: ingestion.training.set,
      ...trainingOver(records.trainingRuns),
    },
    map: ingestion.map,
    common: ingestion.common,
    personaFiles: records.personaFiles,
    conversations: turns,
    memories,
    keys,
    sessions: openSessions({
      adminKey: parts.adminKey,
      principal: consolePrincipal,
      spent: {
        spend: (login, endsAt) => keys.spendLogin(login, endsAt),
        isSpent: (login) => keys.isLoginSpent(login),
      },
      now,
    }),
    erasures: {
      open: (target, requestedBy) => records.erasures.open(target, requestedBy),
      run: forgetting(ingestion.erase),
      get: (id) => records.erasures.get(id),
      list: (page) => records.erasures.list(page),
      check: ingestion.checkErasure,
    },
    health: parts.health,
    ...(parts.spared === undefined ? {} : { spared: parts.spared }),
    degraded: () => (questionEmbedders.failing ? ['embedder'] : []),
    status: parts.status,
    diagnose: parts.diagnose,
    board: (uiDir) => queues.board(uiDir),
    newId: randomUUID,
    now,
    telemetry,
    log,
  };
}
