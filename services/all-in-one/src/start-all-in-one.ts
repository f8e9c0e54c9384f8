import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  adminKey,
  announceServer,
  openLogger,
  openShutdown,
  type Config,
} from '@personate/chassis';
import { ExpectedError, type Suggestion } from '@personate/contracts';
import { createSimilarity } from '@personate/conversation';
import { startEvolution } from '@personate/evolution-service';
import { buildGateway } from '@personate/gateway';
import { startIngestion } from '@personate/ingestion-service';
import { analyse, openEmbedder, type Embedder } from '@personate/knowledge';
import { PgvectorKnowledgeStores } from '@personate/knowledge-pgvector';
import {
  EndpointSpeaker,
  ExtractiveSpeaker,
  findLocalModels,
  type Speaker,
} from '@personate/language';
import { ingestPersona, openQueues, queueSearchPath } from '@personate/queues';
import { FolderBlobStore, lockDataDir, openDatabase } from '@personate/records';
import { sql } from 'kysely';
import { compose, type Composition } from './compose.ts';
import { loadPersonas } from './load-personas.ts';
import { ProgressDisplay } from './progress-display.ts';

export interface StartOptions {
  config: Config;
  version: string;
  /** Where progress goes; absent: nowhere. */
  out?: { write(text: string): unknown; isTTY?: boolean };
  /** Other parts, for tests. */
  embedder?: Embedder;
  speaker?: Speaker;
  now?: () => Date;
  /** Ends a start that is still under way, with grace; a running server is closed by `close`. */
  signal?: AbortSignal;
}

export interface AllInOne {
  url: string;
  /** A console address that logs in once. */
  loginUrl: string;
  adminKey: { key: string; file: string | null };
  composition: Composition;
  /** What of the start folder could not be loaded. */
  failed: Array<{ folder: string; error: unknown }>;
  close(): Promise<void>;
}

const closePartMs = 15_000;
const maintainEveryMs = 10 * 60_000;
/** An upload that an inspection kept can be used for an hour; what is older and wanted by no ingestion goes. */
const uploadKeptMs = 2 * 3_600_000;

/** The embedded form: gateway, ingestion and evolution in this process, on one PGlite. Nothing is left running when it throws. */
export async function startAllInOne(options: StartOptions): Promise<AllInOne> {
  const { config } = options;
  const dataDir = resolve(config.dataDir);
  const lock = await lockDataDir(dataDir);
  const log = openLogger({
    level: config.logLevel,
    file: join(dataDir, 'personate.log'),
    name: 'all-in-one',
  });
  const shutdown = openShutdown(log, closePartMs);
  shutdown.add('data folder', async () => lock[Symbol.asyncDispose]());
  try {
    return await start(options, { dataDir, lock, log, shutdown });
  } catch (error) {
    await shutdown.close();
    throw error;
  }
}

async function start(
  options: StartOptions,
  ground: {
    dataDir: string;
    lock: Awaited<ReturnType<typeof lockDataDir>>;
    log: ReturnType<typeof openLogger>;
    shutdown: ReturnType<typeof openShutdown>;
  },
): Promise<AllInOne> {
  const { config, version } = options;
  const { dataDir, lock, log, shutdown } = ground;
  const database = await openDatabase({ kind: 'embedded', dataDir, lock });
  shutdown.add('database', () => database.close());
  // This process holds the folder alone: whoever held a lease here before is gone.
  await sql`UPDATE records.lease SET expires_at = clock_timestamp()`.execute(database.kysely);
  const key = await adminKey(dataDir, config.adminKey);

  const embedder = options.embedder ?? openEmbedder({ modelDir: join(dataDir, 'models') });
  shutdown.add('embedder', () => embedder.close());
  const stores = new PgvectorKnowledgeStores({ pool: database.pool });
  await stores.ensureSchema();
  shutdown.add('knowledge', () => stores.close());
  const queues = await openQueues({
    kind: 'postgres-pool',
    pool: database.poolFor({ searchPath: queueSearchPath }),
    log,
  });
  shutdown.add('queues', () => queues.close());

  const similarity = createSimilarity(embedder);
  const extractive = new ExtractiveSpeaker({ analyse, similarity });
  let loading: string[] = [];
  const suggestions: Suggestion[] = [];
  const blobs = new FolderBlobStore(join(dataDir, 'uploads'));
  const composition = compose({
    config,
    version,
    log,
    database,
    queues,
    stores,
    embedder,
    speaker: options.speaker ?? speakerOf(config) ?? extractive,
    fallback: extractive,
    similarity,
    blobs,
    adminKey: key.key,
    now: options.now ?? (() => new Date()),
    loading: () => loading,
    suggestions: () => suggestions,
  });
  await composition.keys.ensureAdmin(key.key);

  const consoleDir = fileURLToPath(
    import.meta.resolve('@personate/console/package.json').replace('package.json', 'dist'),
  );
  const { app } = await buildGateway(composition.gateway, {
    version,
    allowedHosts: config.allowedHosts,
    uploadLimitBytes: config.uploadLimitBytes,
    requestsPerMinute: config.requestsPerMinute,
    ...(existsSync(join(consoleDir, 'index.html')) ? { consoleDir } : {}),
  });
  shutdown.add('gateway', async () => app.close());
  const url = await listen(app, config);
  shutdown.add('announcement', await announceServer(dataDir, url));

  const ingestion = await startIngestion({
    ingest: composition.ingest,
    queues,
    personasWithWork: () => composition.ingestions.personasWithWork(),
    sweepMs: config.sweepMs,
  });
  shutdown.add('ingestion', () => ingestion.close());
  const evolution = await startEvolution({
    deps: composition.evolve,
    queues,
    log,
    sweepMs: config.sweepMs,
  });
  shutdown.add('evolution', () => evolution.close());
  const maintain = async () => {
    await database.maintain();
    const waiting = await composition.ingestions.listUnfinished();
    const keep = new Set(waiting.flatMap(({ blobId }) => (blobId === null ? [] : [blobId])));
    await blobs.sweep({ olderThan: new Date(Date.now() - uploadKeptMs), keep });
  };
  const maintenance = setInterval(
    () => void maintain().catch((error: unknown) => log.warn({ err: error }, 'maintenance failed')),
    maintainEveryMs,
  );
  shutdown.add('maintenance', async () => clearInterval(maintenance));

  if (config.model === null) suggestions.push(...(await localModelHints()));
  const loaded = await loadPersonas(
    { ...composition, poke: (persona) => queues.poke(ingestPersona, persona) },
    resolve(config.personasDir),
  );
  const display = new ProgressDisplay(options.out ?? { write: () => undefined });
  for (const { folder, error } of loaded.failed) {
    log.error({ err: error, folder }, 'persona was not loaded');
    display.say(`  ${relative(process.cwd(), folder)} was not loaded: ${explain(error)}`);
  }
  loading = [...new Set(loaded.pending.map((job) => job.personaId))];
  await follow(
    composition,
    loaded.pending,
    display,
    (personaId) => {
      loading = loading.filter((one) => one !== personaId);
    },
    options.signal ?? new AbortController().signal,
  );

  const { token } = composition.gateway.sessions.mint();
  return {
    url,
    loginUrl: `${url}/#token=${token}`,
    adminKey: key,
    composition,
    failed: loaded.failed,
    close: () => shutdown.close(),
  };
}

function speakerOf({ model }: Config): Speaker | undefined {
  if (model === null) return undefined;
  return new EndpointSpeaker({
    model: model.name,
    baseUrl: model.baseUrl,
    firstTokenMs: model.timeoutMs,
    idleMs: model.timeoutMs,
    ...(model.apiKey === undefined ? {} : { apiKey: model.apiKey }),
  });
}

async function listen(
  app: Awaited<ReturnType<typeof buildGateway>>['app'],
  config: Config,
): Promise<string> {
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES') {
      throw new ExpectedError(
        'unavailable',
        code === 'EADDRINUSE' ? 'server.port-busy' : 'server.port-forbidden',
        code === 'EADDRINUSE'
          ? `Port ${config.port} on ${config.host} is taken by another program.`
          : `This user may not listen on port ${config.port}.`,
        {
          fix: `Stop that program, or choose another port: PERSONATE_PORT=${config.port + 1} npm start`,
          cause: error,
        },
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new ExpectedError(
        'invalid',
        'server.host-unknown',
        `This machine has no address ${config.host}.`,
        {
          fix: 'Set PERSONATE_HOST to 127.0.0.1, or to an address of this machine.',
          cause: error,
        },
      );
    }
    throw error;
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Waits for the first loading, and shows it. One that fails does not keep the others from being ready. */
async function follow(
  composition: Composition,
  pending: ReadonlyArray<{ personaId: string; ingestionId: string }>,
  display: ProgressDisplay,
  onLoaded: (personaId: string) => void,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const open = new Map(pending.map((job) => [job.ingestionId, job.personaId]));
  if (open.size > 0) display.say('Loading the personas (once) …');
  while (open.size > 0) {
    for (const [ingestionId, personaId] of open) {
      const job = await composition.ingestions.get(ingestionId);
      if (
        job === null ||
        job.status === 'done' ||
        job.status === 'failed' ||
        job.status === 'cancelled'
      ) {
        open.delete(ingestionId);
        if (job?.error)
          display.say(`  ${personaId}, ${job.fileName}: ${job.error.message} ${job.error.fix}`);
        else if (job?.report)
          display.say(`  ${personaId}, ${job.fileName}: ${outcome(job.report)}`);
        if (![...open.values()].includes(personaId)) onLoaded(personaId);
      } else if (job.status === 'running') {
        display.show({
          name: `${personaId}, ${job.fileName}`,
          done: job.progress.documents,
          total: job.progress.total ?? 0,
        });
      }
    }
    await sleep(100, undefined, { signal });
  }
}

/** A server on this machine is suggested, never used on its own. */
async function localModelHints(): Promise<Suggestion[]> {
  const found = await findLocalModels().catch(() => []);
  return found.flatMap(({ server, baseUrl, models }) => {
    const model = models[0];
    if (model === undefined) return [];
    return [
      {
        code: 'local-model',
        message: `${server} runs on this machine with ${models.slice(0, 3).join(', ')}.`,
        fix: `PERSONATE_CHAT_MODEL=${model} OPENAI_BASE_URL=${baseUrl} npm start`,
      },
    ];
  });
}

export function explain(error: unknown): string {
  if (error instanceof ExpectedError) return `${error.message} ${error.fix}`;
  return error instanceof Error ? error.message : String(error);
}

function outcome(report: { added: number; changed: number; removed: number }): string {
  const parts = [
    report.added > 0 ? `${report.added} documents` : '',
    report.changed > 0 ? `${report.changed} changed` : '',
    report.removed > 0 ? `${report.removed} removed` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'up to date';
}
