import {
  createPostgresBackend,
  createRedisBackend,
  runMigrations,
  withBackend,
  type BackendFactory,
  type ConnectionOptions,
  type IQueueBackend,
  type Job,
  type JobsOptions,
  type JobType,
  type PgPool,
  type PostgresConnectionOptions,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import { openRedis } from './redis-connection.ts';

/** The schema that BullMQ's tables live in; a pool's clients must have it for their search path. */
export const queueSearchPath = 'bullmq';

/** A pg pool, as far as its types are told here: BullMQ's own of it are narrower than pg's. */
export interface QueuePool {
  connect(): Promise<{ release(destroy?: boolean): void }>;
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  end(): Promise<void>;
}

export type QueueBackendOptions =
  | { kind: 'postgres-pool'; pool: QueuePool }
  | { kind: 'redis'; url: string };

export type QueuedJob = Pick<Job<unknown>, 'timestamp' | 'delay' | 'opts'>;

/** What is used of BullMQ's Queue, whatever it stands on. */
export interface AnyQueue {
  add(name: string, data: unknown, options: JobsOptions): Promise<unknown>;
  getJobCounts(...types: JobType[]): Promise<Record<string, number>>;
  getJobs(
    types: JobType[],
    start: number,
    end: number,
    asc: boolean,
  ): Promise<Array<QueuedJob | undefined>>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What is used of BullMQ's Worker. */
export interface AnyWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Job<unknown> | undefined, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

/** What the queues stand on, as it says of itself. */
export type QueueFacts =
  | { store: 'postgres' }
  | {
      store: 'redis';
      version: string;
      /** What it does when it is full. */
      policy: string;
      appendOnly: boolean;
      usedBytes: number;
      /** 0: as much as there is. */
      mostBytes: number;
    };

/** BullMQ over one kind of store. */
export interface QueueBackend {
  /** Whether it can be asked who is connected, and how it does: PGlite, in this process, has nothing to say of that. */
  isServer: boolean;
  facts(): Promise<QueueFacts>;
  queue(name: string): AnyQueue;
  worker(
    name: string,
    processor: Processor<unknown, void>,
    options: Omit<WorkerOptions, 'connection'>,
  ): AnyWorker;
  /** What is asked goes by another connection: the one there is is silent, and may be so for a quarter of an hour. */
  reconnect(): void;
  /** After queues and workers are closed. */
  close(): Promise<void>;
}

export async function openQueueBackend(options: QueueBackendOptions): Promise<QueueBackend> {
  return options.kind === 'redis'
    ? onRedis(options.url)
    : onPostgres(options.pool as unknown as PgPool);
}

async function onPostgres(pool: PgPool): Promise<QueueBackend> {
  const client = await pool.connect();
  try {
    await runMigrations(client, queueSearchPath);
  } finally {
    client.release();
  }
  return {
    ...bound<PostgresConnectionOptions>(createPostgresBackend, pool, () => Promise.resolve()),
    isServer: false,
    facts: () => Promise.resolve({ store: 'postgres' }),
    // The pool does that.
    reconnect: () => undefined,
  };
}

function onRedis(url: string): QueueBackend {
  const redis = openRedis(url);
  redis.on('error', () => undefined);
  return {
    ...bound<ConnectionOptions>(createRedisBackend, redis, async () => {
      redis.disconnect();
    }),
    isServer: true,
    facts: async () => factsOf(await redis.info()),
    reconnect() {
      if (redis.status === 'ready') redis.disconnect(true);
    },
  };
}

function factsOf(info: string): QueueFacts {
  const told = new Map(
    info.split('\r\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1)] as const;
    }),
  );
  return {
    store: 'redis',
    version: told.get('redis_version') ?? 'of an unknown version',
    policy: told.get('maxmemory_policy') ?? 'unknown',
    appendOnly: told.get('aof_enabled') === '1',
    usedBytes: Number(told.get('used_memory') ?? 0),
    mostBytes: Number(told.get('maxmemory') ?? 0),
  };
}

function bound<Connection>(
  factory: BackendFactory<IQueueBackend, Connection>,
  connection: Connection,
  close: () => Promise<void>,
): Pick<QueueBackend, 'queue' | 'worker' | 'close'> {
  const bullmq = withBackend(factory);
  // The braces keep all keys on one node of a Redis cluster; Postgres has its schema instead.
  const shared: QueueOptions<Connection> = { connection, prefix: '{personate}' };
  return {
    queue: (name) => new bullmq.Queue<unknown, void>(name, shared),
    worker: (name, processor, options) =>
      new bullmq.Worker<unknown, void>(name, processor, { ...options, ...shared }),
    close,
  };
}
