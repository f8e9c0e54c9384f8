import { join, resolve } from 'node:path';
import {
  adminKey,
  announceServer,
  openLogger,
  openShutdown,
  openTelemetry,
  type Config,
} from '@personate/chassis';
import type { Suggestion } from '@personate/contracts';
import { observeEvolution, startEvolution } from '@personate/evolution-service';
import { checkPort, serveGateway } from '@personate/gateway';
import { chooseTuningEndpoint, startWorkers } from '@personate/ingestion-service';
import type { Embedder } from '@personate/knowledge';
import type { Speaker } from '@personate/language';
import { lockDataDir } from '@personate/records';
import { compose, type Composition } from './compose.ts';
import { loadStartFolder } from './load-start-folder.ts';
import { openParts, type Ground } from './open-parts.ts';
import { suggestLocalModels } from './suggest-local-models.ts';

export interface StartOptions {
  config: Config;
  version: string;
  /** Where progress goes; absent: nowhere. */
  out?: { write(text: string): unknown; isTTY?: boolean };
  /** Other parts, for tests. */
  embedder?: Embedder;
  speaker?: Speaker;
  now?: () => Date;
  /** How long a store that was given up is kept for answers under way. */
  keepRetiredMs?: number;
  /** Ends a start that is still under way, with grace; a running server is closed by `close`. */
  signal?: AbortSignal;
  /** Called when the database is open. Before that there is nothing to close: the process may end at any moment. */
  onOpen?: () => void;
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

/** The embedded form: gateway, ingestion and evolution in this process, on one PGlite. Nothing is left running when it throws. */
export async function startAllInOne(options: StartOptions): Promise<AllInOne> {
  const { config } = options;
  const dataDir = resolve(config.dataDir);
  const lock = await lockDataDir(dataDir);
  const name = 'all-in-one';
  const { tracing } = config;
  const telemetry = await openTelemetry({ service: name, version: options.version, tracing });
  const log = openLogger({
    level: config.logLevel,
    file: join(dataDir, 'personate.log'),
    name,
    telemetry,
  });
  const shutdown = openShutdown(log, closePartMs);
  shutdown.add('data folder', async () => lock[Symbol.asyncDispose]());
  shutdown.add('traces', () => telemetry.tracer.close());
  try {
    await checkPort(config);
    return await start(options, { config, dataDir, lock, log, shutdown, telemetry });
  } catch (error) {
    await shutdown.close();
    throw error;
  }
}

async function start(options: StartOptions, ground: Ground): Promise<AllInOne> {
  const { config, version } = options;
  const { dataDir, log, shutdown, telemetry } = ground;
  const parts = await openParts(ground, options);
  options.signal?.throwIfAborted();
  const key = await adminKey(dataDir, config.adminKey);
  let loading: string[] = [];
  const suggestions: Suggestion[] = [];
  const composition = compose({
    tuning: await chooseTuningEndpoint(config),
    ...parts,
    config,
    version,
    log,
    telemetry,
    adminKey: key.key,
    now: options.now ?? (() => new Date()),
    keepRetiredMs: options.keepRetiredMs,
    loading: () => loading,
    suggestions: () => suggestions,
  });
  const { records } = composition;
  await records.keys.ensureAdmin(key.key);
  const url = await serveGateway(composition.gateway, {
    config,
    version,
    shutdown,
    servesMetrics: true,
  });
  shutdown.add('announcement', await announceServer(dataDir, url));
  await startServices(composition, parts, ground);
  options.signal?.throwIfAborted();

  if (config.model === null) suggestions.push(...(await suggestLocalModels()));
  const failed = await loadStartFolder(
    { records, queues: parts.queues, out: options.out ?? { write: () => undefined }, log },
    {
      dir: config.personasDir,
      onLoading: (personaIds) => (loading = personaIds),
      signal: options.signal ?? new AbortController().signal,
    },
  );

  const { token } = composition.gateway.sessions.mint();
  return {
    url,
    loginUrl: `${url}/#token=${token}`,
    adminKey: key,
    composition,
    failed,
    close: () => shutdown.close(),
  };
}

async function startServices(
  { ingestion, evolve, records }: Composition,
  { queues, database, blobs, keeping }: Awaited<ReturnType<typeof openParts>>,
  ground: Ground,
): Promise<void> {
  const { config, log, shutdown, telemetry } = ground;
  await startWorkers(
    { composition: ingestion, database, records, queues, stores: keeping, blobs },
    ground,
  );
  const evolution = await startEvolution({
    deps: evolve,
    queues,
    log,
    sweepMs: config.sweepMs,
    onEvolved: observeEvolution(telemetry),
  });
  shutdown.add('evolution', () => evolution.close());
}
