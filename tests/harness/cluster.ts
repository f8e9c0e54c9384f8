import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startRedis } from '@personate/queues/testing';
import { openDatabase } from '@personate/records';
import { bundleProgram, newTestDatabase } from '@personate/records/testing';
import { openHttpClient, type HttpClient } from '@personate/test-cluster/http';
import { eventually } from './eventually.ts';
import getPort from 'get-port';

const root = resolve(import.meta.dirname, '..', '..');
export type ServiceName = 'gateway' | 'ingestion' | 'evolution';

/** What a step before the services needs: of the database's owner. */
export type ClusterEnv = Record<
  'DATABASE_URL' | 'PERSONATE_ROLE_PASSWORDS_DIR' | 'PERSONATE_UPLOADS_DIR',
  string
>;

export interface Cluster extends HttpClient {
  url: string;
  /** The admin's. */
  key: string;
  /** SIGKILL, and a new process in its place; with other settings, if there are any. */
  restart(service: ServiceName, env?: Record<string, string>): Promise<void>;
  output(service: ServiceName): string;
  /** What Prometheus would read. */
  metrics(service: ServiceName): Promise<string>;
  /** Of the Redis that carries the queues. */
  redisUrl: string;
  /** Of the database, asked by its owner. */
  rows<Row>(statement: string): Promise<Row[]>;
  stop(): Promise<void>;
}

/** The three services as processes of their own, each under its own role, over a real Postgres and a real Redis. */
export async function startCluster(options: {
  postgresUrl: string | undefined;
  /** One of its own unless given. */
  redisUrl?: string;
  env?: Record<string, string>;
  /** Of one service alone: a key that the others must not hold. */
  envOf?: Partial<Record<ServiceName, Record<string, string>>>;
  /** Fills the new database before a service starts; else it is brought up to date, and empty. */
  prepare?: (env: ClusterEnv) => Promise<void>;
}): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'personate-cluster-'));
  const database = await newTestDatabase({ url: options.postgresUrl });
  const redis =
    options.redisUrl === undefined
      ? await startRedis()
      : { url: options.redisUrl, stop: async () => undefined };
  const key = randomBytes(24).toString('hex');
  const passwords = join(folder, 'passwords');
  await mkdir(passwords);
  const password = randomBytes(12).toString('hex');
  for (const service of ['gateway', 'ingestion', 'evolution'])
    await writeFile(join(passwords, `${service}-password`), password);
  const owners = {
    DATABASE_URL: database.url,
    PERSONATE_ROLE_PASSWORDS_DIR: passwords,
    PERSONATE_UPLOADS_DIR: join(folder, 'uploads'),
    ...options.env,
  };
  await (options.prepare?.(owners) ??
    ended(await run('services/ingestion/src/migrate.ts', owners)));

  const port = await getPort({ host: '127.0.0.1' });
  const health = {
    gateway: await getPort({ host: '127.0.0.1' }),
    ingestion: await getPort({ host: '127.0.0.1' }),
    evolution: await getPort({ host: '127.0.0.1' }),
  };
  const outputs: Record<ServiceName, string> = { gateway: '', ingestion: '', evolution: '' };
  const processes = new Map<ServiceName, ChildProcess>();
  const readyAt = (service: ServiceName): string =>
    `http://127.0.0.1:${service === 'gateway' ? port : health[service]}/health/ready`;

  async function start(service: ServiceName, env: Record<string, string> = {}): Promise<void> {
    const own = new URL(database.url);
    own.username = `personate_${service}`;
    own.password = password;
    const child = await run(`services/${service}/src/main.ts`, {
      DATABASE_URL: own.href,
      REDIS_URL: redis.url,
      PERSONATE_UPLOADS_DIR: join(folder, 'uploads'),
      PERSONATE_MODELS_DIR: join(folder, 'models'),
      PERSONATE_PERSONAS_DIR: join(folder, 'personas'),
      PERSONATE_QUIET_SECONDS: '0',
      PERSONATE_SWEEP_SECONDS: '1',
      PERSONATE_DRAIN_SECONDS: '0',
      ...(service === 'gateway'
        ? {
            PERSONATE_PORT: String(port),
            PERSONATE_METRICS_PORT: String(health.gateway),
            PERSONATE_ADMIN_KEY: key,
          }
        : { PERSONATE_HEALTH_PORT: String(health[service]) }),
      ...options.env,
      ...options.envOf?.[service],
      ...env,
    });
    child.stdout?.resume();
    child.stderr?.on('data', (chunk: Buffer) => (outputs[service] += chunk.toString()));
    processes.set(service, child);
    await eventually(`${service} is ready`, 90_000, async () => {
      if (child.exitCode !== null) throw new Error(`it ended: ${outputs[service]}`);
      const response = await fetch(readyAt(service), { signal: AbortSignal.timeout(5_000) });
      return response.ok || undefined;
    });
  }

  async function end(service: ServiceName, signal: NodeJS.Signals): Promise<void> {
    const child = processes.get(service);
    if (child === undefined || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
    await exited;
    clearTimeout(timer);
  }

  async function stop(): Promise<void> {
    await Promise.all([...processes.keys()].map((service) => end(service, 'SIGTERM')));
    await redis.stop();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }

  try {
    await Promise.all(
      (['gateway', 'ingestion', 'evolution'] as const).map((service) => start(service)),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    key,
    ...openHttpClient(url, key),
    async restart(service, env) {
      await end(service, 'SIGKILL');
      await start(service, env);
    },
    output: (service) => outputs[service],
    async metrics(service) {
      const response = await fetch(`http://127.0.0.1:${health[service]}/metrics`, {
        signal: AbortSignal.timeout(10_000),
      });
      if (!response.ok) throw new Error(`metrics of ${service}: ${response.status}`);
      return response.text();
    },
    redisUrl: redis.url,
    async rows<Row>(statement: string) {
      const owner = await openDatabase({ kind: 'postgres', url: database.url, migrate: false });
      try {
        const { rows } = await owner.pool.query(statement);
        return rows as Row[];
      } finally {
        await owner.close();
      }
    },
    stop,
  };
}

/** A program of the repository, from its source, with these settings and no others. */
export async function run(
  file: string,
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<ChildProcess> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(PERSONATE_|OPENAI_|QDRANT_|DATABASE_|REDIS_|OTEL_)/.test(name),
  );
  return spawn(process.execPath, [await bundleProgram(join(root, file)), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...Object.fromEntries(inherited), PERSONATE_HOST: '127.0.0.1', ...env },
  });
}

async function ended(child: ChildProcess): Promise<void> {
  let said = '';
  child.stdout?.resume();
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`ended with ${code}: ${said}`);
}
