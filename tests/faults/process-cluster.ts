import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startQdrant, type OwnQdrantServer } from '@personate/knowledge-qdrant/testing';
import { startPostgres, type PostgresServer } from '@personate/records/testing';
import { eventually } from '../harness/eventually.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import { startDurableRedis, type Redis } from './redis.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

const root = resolve(import.meta.dirname, '..', '..');
export const members = ['gateway-1', 'gateway-2', 'ingestion-1', 'evolution-1'] as const;
export type Member = (typeof members)[number];
type Service = 'gateway' | 'ingestion' | 'evolution';
export type LinkName = `${Service}-${'postgres' | 'redis'}` | 'qdrant';

export interface ProcessCluster {
  key: string;
  uploadsDir: string;
  balancer: Balancer;
  postgres: PostgresServer;
  redis: Redis;
  qdrant: OwnQdrantServer | null;
  links: ReadonlyMap<LinkName, TcpProxy>;
  /** Told to end, and a new one in its place once it has; `env` beside its settings from now on. */
  replace(member: Member, env?: Record<string, string>): Promise<void>;
  kill(member: Member): void;
  output(member: Member): string;
  /** `before` its folder goes. */
  stop(before?: () => Promise<void>): Promise<void>;
}

/** Most connections that Postgres takes here: four services with pools of ten, and some to spare. */
export const mostConnections = 50;

/** What `npm run build` made, as processes of this machine, two gateways behind a balancer, and a link between each service and each store. */
export async function startProcessCluster(options: {
  store: 'pgvector' | 'qdrant';
}): Promise<ProcessCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'personate-faults-'));
  const postgres = await startPostgres({ max_connections: String(mostConnections) });
  const redis = await startDurableRedis(await freePort());
  const qdrant = options.store === 'qdrant' ? await startQdrant() : null;
  const key = randomBytes(24).toString('hex');
  const password = randomBytes(12).toString('hex');
  const passwords = join(folder, 'passwords');
  const uploadsDir = join(folder, 'uploads');
  for (const dir of [passwords, uploadsDir]) await mkdir(dir);
  for (const service of ['gateway', 'ingestion', 'evolution'])
    await writeFile(join(passwords, `${service}-password`), password);

  const links = new Map<LinkName, TcpProxy>();
  for (const service of ['gateway', 'ingestion', 'evolution'] as const) {
    links.set(`${service}-postgres`, await startTcpProxy(Number(new URL(postgres.url).port)));
    links.set(`${service}-redis`, await startTcpProxy(redis.port));
  }
  if (qdrant !== null) links.set('qdrant', await startTcpProxy(Number(new URL(qdrant.url).port)));
  const ports = new Map<Member, number>();
  for (const member of members) ports.set(member, await freePort());

  const running = new Map<Member, ChildProcess>();
  const outputs = new Map<Member, string>();
  const extra = new Map<Member, Record<string, string>>();

  function envOf(member: Member): Record<string, string> {
    const service = member.replace(/-\d$/u, '') as Service;
    const database = new URL(postgres.url);
    database.port = String(links.get(`${service}-postgres`)?.port);
    database.username = `personate_${service}`;
    database.password = password;
    const port = String(ports.get(member));
    return {
      DATABASE_URL: database.href,
      REDIS_URL: `redis://127.0.0.1:${links.get(`${service}-redis`)?.port}`,
      PERSONATE_KNOWLEDGE_STORE: options.store,
      PERSONATE_UPLOADS_DIR: uploadsDir,
      PERSONATE_MODELS_DIR: join(folder, 'models'),
      PERSONATE_PERSONAS_DIR: join(folder, 'no-personas'),
      PERSONATE_QUIET_SECONDS: '1',
      PERSONATE_SWEEP_SECONDS: '3',
      PERSONATE_RATE_LIMIT: '1000000',
      LOG_LEVEL: 'warn',
      ...(service === 'gateway'
        ? { PERSONATE_PORT: port, PERSONATE_ADMIN_KEY: key, PERSONATE_ALLOWED_HOSTS: balancedHost }
        : { PERSONATE_HEALTH_PORT: port }),
      ...(service === 'ingestion' && qdrant !== null
        ? {
            QDRANT_URL: `http://127.0.0.1:${links.get('qdrant')?.port}`,
            QDRANT_API_KEY: qdrant.apiKey,
          }
        : {}),
      ...extra.get(member),
    };
  }

  const balancer = await startBalancer([ports.get('gateway-1') ?? 0, ports.get('gateway-2') ?? 0]);
  const balancedHost = new URL(balancer.url).host;

  async function start(member: Member): Promise<void> {
    const service = member.replace(/-\d$/u, '');
    const child = run(`services/${service}/dist/main.js`, envOf(member));
    child.stderr?.on('data', (chunk: Buffer) =>
      outputs.set(member, `${outputs.get(member) ?? ''}${chunk.toString()}`.slice(-200_000)),
    );
    running.set(member, child);
    await eventually(`${member} is ready`, 120_000, async () => {
      if (child.exitCode !== null) throw new Error(`it ended: ${outputs.get(member)?.slice(-500)}`);
      const response = await fetch(`http://127.0.0.1:${ports.get(member)}/health/ready`, {
        signal: AbortSignal.timeout(5_000),
      });
      return response.ok || undefined;
    });
  }

  async function end(member: Member): Promise<void> {
    const child = running.get(member);
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 40_000);
    await exited;
    clearTimeout(timer);
  }

  async function stop(before = async (): Promise<void> => undefined): Promise<void> {
    await Promise.all(members.map(end));
    await balancer.close();
    for (const link of links.values()) await link.close();
    await qdrant?.stop();
    await redis.stop();
    await postgres.stop();
    await before();
    await rm(folder, { recursive: true, force: true });
  }

  try {
    const migrate = run('services/ingestion/dist/migrate.js', {
      DATABASE_URL: postgres.url,
      PERSONATE_ROLE_PASSWORDS_DIR: passwords,
      PERSONATE_KNOWLEDGE_STORE: options.store,
    });
    const [code] = (await once(migrate, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`the migration ended with ${code}`);
    await Promise.all(members.map(start));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    key,
    uploadsDir,
    balancer,
    postgres,
    redis,
    qdrant,
    links,
    async replace(member, env = {}) {
      await end(member);
      extra.set(member, env);
      await start(member);
    },
    kill: (member) => void running.get(member)?.kill('SIGKILL'),
    output: (member) => outputs.get(member) ?? '',
    stop,
  };
}

/** No setting of the shell reaches it. */
function run(file: string, env: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const { FAULT_CLOCK_SHIFT_MS: shifted } = env;
  const preload = ['--import', resolve(import.meta.dirname, 'shift-clock.mjs')];
  return spawn(process.execPath, [...(shifted === undefined ? [] : preload), file], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH, HOME, PERSONATE_HOST: '127.0.0.1', ...env },
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
