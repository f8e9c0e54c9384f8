import {
  conversationSchema,
  conversationSummarySchema,
  createdKeySchema,
  generationSchema,
  keyRecordSchema,
  knowledgeMapSchema,
  knowledgeStatisticsSchema,
  loginTokenSchema,
  memorySchema,
  passageDetailSchema,
  searchResponseSchema,
  sessionSchema,
  type newKeySchema,
  type NewGeneration,
} from '@personate/contracts';
import { z } from 'zod';
import { commonCalls } from './common.ts';
import { completeChat, streamChat, type ChatInput } from './chat.ts';
import { at, Http, type ClientOptions } from './http.ts';
import {
  ingestionCalls,
  inspectExport,
  type IngestFile,
  type IngestOptions,
} from './ingestions.ts';
import { interviewCalls } from './interviews.ts';
import { packCalls } from './packs.ts';
import { personaCalls, proposalCalls, versionCalls } from './personas.ts';
import { manifestCalls } from './knowledge-manifest.ts';
import { erasureCalls, userCalls } from './erasures.ts';
import { trainingCalls } from './training.ts';
import { modelCalls, readDiagnosis, readReadiness, readStatus } from './server.ts';

export type PersonateClient = ReturnType<typeof createPersonateClient>;

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

/**
 * The HTTP API, typed; every answer is parsed. For Node 20 and browsers.
 * Each call throws PersonateError {status, code, message, fix}, or the reason of the caller's own signal.
 */
export function createPersonateClient(options: ClientOptions) {
  const http = new Http(options);
  return {
    status: (signal?: AbortSignal) => readStatus(http, signal),
    ready: (signal?: AbortSignal) => readReadiness(http, signal),
    diagnosis: (signal?: AbortSignal) => readDiagnosis(http, signal),
    models: modelCalls(http),
    /** The answer as it is said, then its end. */
    chat: (input: ChatInput) => streamChat(http, input),
    /** The answer at once. */
    complete: (input: ChatInput) => completeChat(http, input),
    personas: personaCalls(http),
    packs: packCalls(http),
    training: trainingCalls(http),
    common: commonCalls(http),
    versions: versionCalls(http),
    proposals: proposalCalls(http),
    interviews: interviewCalls(http),
    ingestions: ingestionCalls(http),
    inspect: (
      from: IngestFile,
      inspection?: IngestOptions & { keep?: boolean; persona?: string },
      signal?: AbortSignal,
    ) => inspectExport(http, from, inspection, signal),
    knowledge: knowledgeCalls(http),
    conversations: conversationCalls(http),
    memories: memoryCalls(http),
    keys: keyCalls(http),
    users: userCalls(http),
    erasures: erasureCalls(http),
    session: sessionCalls(http),
  };
}

function knowledgeCalls(http: Http) {
  const generations = (id: string) => at`/v1/personas/${id}/knowledge/generations`;
  const generation = (id: string, n: number) => at`/v1/personas/${id}/knowledge/generations/${n}`;
  const change = (method: 'POST' | 'DELETE', path: string) =>
    http.read({ method, path }, generationSchema);
  return {
    search(id: string, q: string, query: { k?: number } = {}, signal?: AbortSignal) {
      const path = at`/v1/personas/${id}/knowledge/search`;
      return http.read({ path, query: { q, ...query }, signal }, searchResponseSchema);
    },
    /** With its neighbours. */
    passage(id: string, passageId: string) {
      const path = at`/v1/personas/${id}/knowledge/passages/${passageId}`;
      return http.read({ path }, passageDetailSchema);
    },
    manifest: manifestCalls(http),
    map(id: string) {
      return http.read({ path: at`/v1/personas/${id}/knowledge/map` }, knowledgeMapSchema);
    },
    statistics(id: string) {
      return http.read(
        { path: at`/v1/personas/${id}/knowledge/statistics` },
        knowledgeStatisticsSchema,
      );
    },
    removeDocument(id: string, documentKey: string) {
      const path = at`/v1/personas/${id}/knowledge/documents/${documentKey}`;
      return http.read({ method: 'DELETE', path }, removedDocumentSchema);
    },
    /** Its stores, newest first. */
    async generations(id: string) {
      return (await http.read({ path: generations(id) }, listOf(generationSchema))).items;
    },
    generation: (id: string, n: number) => http.read({ path: generation(id, n) }, generationSchema),
    /** Builds its knowledge anew beside the one that serves. */
    startGeneration(id: string, wanted: NewGeneration) {
      const call = { method: 'POST' as const, path: generations(id), json: wanted };
      return http.read(call, generationSchema);
    },
    stopGeneration: (id: string, n: number) => change('POST', `${generation(id, n)}/stop`),
    resumeGeneration: (id: string, n: number) => change('POST', `${generation(id, n)}/resume`),
    /** Abandons one that is being built, drops one that served before. */
    dropGeneration: (id: string, n: number) => change('DELETE', generation(id, n)),
  };
}

/** `erasureId` names the receipt. */
const removedDocumentSchema = z.object({
  knowledgeRevision: z.number(),
  erasureId: z.string().optional(),
});

function conversationCalls(http: Http) {
  const one = (id: string) => at`/v1/conversations/${id}`;
  return {
    /** Latest first; `before` and `beforeId` are the `lastAt` and the id of the last one seen. */
    async list(
      query: {
        persona?: string;
        user?: string;
        limit?: number;
        before?: string;
        beforeId?: string;
      } = {},
    ) {
      const call = { path: '/v1/conversations', query };
      return (await http.read(call, listOf(conversationSummarySchema))).items;
    },
    get: (id: string) => http.read({ path: one(id) }, conversationSchema),
    delete: (id: string) => http.done({ method: 'DELETE', path: one(id) }),
  };
}

function memoryCalls(http: Http) {
  const one = (id: string, memoryId: string) => at`/v1/personas/${id}/memories/${memoryId}`;
  return {
    /** A key without the scope `review` must name the user. */
    async list(id: string, query: { user?: string; limit?: number } = {}) {
      const path = at`/v1/personas/${id}/memories`;
      return (await http.read({ path, query }, listOf(memorySchema))).items;
    },
    correct(id: string, memoryId: string, text: string, query: { user?: string } = {}) {
      const call = { method: 'PATCH' as const, path: one(id, memoryId), query, json: { text } };
      return http.read(call, memorySchema);
    },
    delete(id: string, memoryId: string, query: { user?: string } = {}) {
      return http.done({ method: 'DELETE', path: one(id, memoryId), query });
    },
  };
}

function keyCalls(http: Http) {
  return {
    async list() {
      return (await http.read({ path: '/v1/keys' }, listOf(keyRecordSchema))).items;
    },
    /** The key is in this answer alone. */
    create(key: z.input<typeof newKeySchema>) {
      return http.read({ method: 'POST', path: '/v1/keys', json: key }, createdKeySchema);
    },
    revoke: (keyId: string) => http.done({ method: 'DELETE', path: at`/v1/keys/${keyId}` }),
  };
}

function sessionCalls(http: Http) {
  const path = '/v1/session';
  return {
    get: () => http.read({ path }, sessionSchema),
    /** Sets the browser's cookie. */
    logIn: (token: string) => http.done({ method: 'POST', path, json: { token } }),
    logOut: () => http.done({ method: 'DELETE', path }),
    /** For an address of the console that logs in once: `/#token=…`. */
    mintToken: () => http.read({ method: 'POST', path: '/v1/session/tokens' }, loginTokenSchema),
  };
}
