import type { Config } from '@personate/chassis';
import { ExpectedError, type Status } from '@personate/contracts';
import type { KnowledgeStores } from '@personate/knowledge';
import { PgvectorKnowledgeStores, PostgresKnowledgeStores } from '@personate/knowledge-pgvector';
import type { Database, Repositories } from '@personate/records';
import { openLeftPgvector } from './open-left-pgvector.ts';

export interface OpenedStores {
  stores: KnowledgeStores;
  /** For people: what it is, and how to change it. */
  described: Status['store'];
  /** What has to be done now and then that they go on serving. */
  maintain: (signal: AbortSignal) => Promise<void>;
  /** Generations that the records hold for projected, and the store has no more. */
  lost: (signal: AbortSignal) => Promise<Array<{ personaId: string; generation: number }>>;
}

const toQdrant =
  'For a Qdrant: PERSONATE_KNOWLEDGE_STORE=qdrant QDRANT_URL=http://127.0.0.1:6333 QDRANT_API_KEY=… npm start (started with QDRANT__SERVICE__JWT_RBAC=true).';

/**
 * Where passages are searched: beside the records, or on a Qdrant if one was named.
 * @param checkMs how long a Qdrant has for each thing that is asked before it serves
 */
export async function openStores(
  config: Pick<Config, 'knowledge'>,
  database: Database,
  records: Pick<Repositories, 'statistics' | 'grants'>,
  checkMs = 20_000,
): Promise<OpenedStores> {
  const { knowledge } = config;
  if (knowledge.store === 'pgvector') {
    const isEmbedded = database.kind === 'embedded';
    const stores = isEmbedded
      ? new PgvectorKnowledgeStores({
          pool: database.pool,
          alone: true,
          maxPassages: knowledge.heldPassages,
        })
      : new PostgresKnowledgeStores({
          pool: database.poolFor({ searchPath: 'public' }),
          statistics: records.statistics,
        });
    await stores.ensureSchema();
    const name = isEmbedded ? 'pgvector on PGlite, in this process' : 'pgvector on Postgres';
    return {
      stores,
      described: { name, change: toQdrant },
      maintain: async () => undefined,
      lost: async () => [],
    };
  }
  const { url, apiKey } = knowledge;
  if (apiKey === undefined)
    throw new ExpectedError(
      'invalid',
      'config.invalid',
      'PERSONATE_KNOWLEDGE_STORE names a Qdrant, but QDRANT_API_KEY is not set.',
      { fix: 'Start Qdrant with an API key, and set QDRANT_API_KEY to the same.' },
    );
  // Its client is read where there is a Qdrant, and holds up no other start.
  const { QdrantKnowledgeStores } = await import('@personate/knowledge-qdrant');
  const isShared = knowledge.store === 'qdrant-shared';
  const stores = new QdrantKnowledgeStores({
    url,
    apiKey,
    placement: isShared ? 'shared' : 'collection',
    grants: records.grants,
    statistics: records.statistics,
  });
  const { version } = await inTime(url, checkMs, (signal) => stores.facts(signal));
  // The key may be another one than when they were signed.
  await inTime(url, checkMs, (signal) => stores.renewReadTokens(signal));
  const kept = isShared
    ? 'one collection for all personas, kept apart by a filter'
    : 'a collection per persona, kept apart by Qdrant';
  const before = openLeftPgvector(database, records);
  return {
    stores: {
      create: (spec, signal) => stores.create(spec, signal),
      reader: (spec, signal) => stores.reader(spec, signal),
      writer: (spec, signal) => stores.writer(spec, signal),
      // On its way here, and when a persona is erased, what lay beside the records goes too.
      async drop(spec, signal) {
        await before.drop(spec, signal);
        await stores.drop(spec, signal);
      },
      holds: async (spec, signal) =>
        (await before.holds(spec, signal)) || (await stores.holds(spec, signal)),
      close: () => stores.close(),
    },
    described: {
      name: `Qdrant ${version} at ${new URL(url).host}, ${kept}`,
      change: 'Unset PERSONATE_KNOWLEDGE_STORE to search in this process.',
    },
    lost: (signal) => stores.lost(signal),
    maintain: async (signal) => void (await stores.renewReadTokens(signal)),
  };
}

/** What is asked before anything is served. */
async function inTime<T>(
  url: string,
  mostMs: number,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(mostMs);
  try {
    return await ask(signal);
  } catch (cause) {
    if (cause !== signal.reason) throw cause;
    throw new ExpectedError(
      'timeout',
      'knowledge.store-timeout',
      `The Qdrant at ${new URL(url).host} did not answer within ${mostMs / 1_000} s.`,
      { fix: 'Look whether it runs and is reached from here (QDRANT_URL), then try again.', cause },
    );
  }
}
