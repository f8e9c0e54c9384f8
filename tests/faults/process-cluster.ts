import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startQdrant, type OwnQdrantServer } from '@personate/knowledge-qdrant/testing';
import { startPostgres, type PostgresServer } from '@personate/records/testing';
import { startBalancer, type Balancer } from './balancer.ts';
import { MemberProcess, spawnService } from './member-process.ts';
import { startDurableRedis, type Redis } from './redis.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

export const members = ['gateway-1', 'gateway-2', 'ingestion-1', 'evolution-1'] as const;
export type Member = (typeof members)[number];
type Service = 'gateway' | 'ingestion' | 'evolution';
export type LinkName = `${Service}-${'postgres' | 'redis'}` | `${'gateway' | 'ingestion'}-qdrant`;

export interface ProcessCluster {
  key: string;
  /** The first is where uploads lie, the second where ingestion keeps its model. */
  folders: { uploads: string; models: string };
  balancer: Balancer;
  postgres: PostgresServer;
  redis: Redis;
  qdrant: OwnQdrantServer | null;
  members: ReadonlyMap<Member, MemberProcess>;
  /** A cable between a service and a store. */
  links: ReadonlyMap<LinkName, Pick<TcpProxy, 'cut' | 'restore'>>;
  /** Told to end, and a new one in its place once it has; `env` beside its settings from now on. */
  replace(member: Member, env?: Record<string, string>): Promise<void>;
  /** `before` its folder goes. */
  stop(before?: () => Promise<void>): Promise<void>;
}

/** Most connections that Postgres takes here: four services with pools of ten, and some to spare. */
export const mostConnections = 50;

/** Two gateways behind a balancer, one of each worker, each store, all as processes of this machine. */
export async function startProcessCluster(options: {
  store: 'pgvector' | 'qdrant';
  /** Before anything uses its folders. */
  prepare?: (folders: ProcessCluster['folders']) => Promise<void>;
}): Promise<ProcessCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'personate-faults-'));
  const folders = { uploads: join(folder, 'uploads'), models: join(folder, 'ingestion-models') };
  const passwords = join(folder, 'passwords');
  for (const dir of [passwords, ...Object.values(folders)]) await mkdir(dir);
  await options.prepare?.(folders);
  const postgres = await startPostgres({ max_connections: String(mostConnections) });
  const redis = await startDurableRedis(await freePort());
  const qdrant = options.store === 'qdrant' ? await startQdrant() : null;
  const key = randomBytes(24).toString('hex');
  const password = randomBytes(12).toString('hex');
  for (const service of ['gateway', 'ingestion', 'evolution'])
    await writeFile(join(passwords, `${service}-password`), password);

  const proxies: TcpProxy[] = [];
  const links = new Map<LinkName, Pick<TcpProxy, 'cut' | 'restore'>>();
  const ports = new Map<LinkName, number>();
  for (const service of ['gateway', 'ingestion', 'evolution'] as const)
    for (const [store, url] of [
      ['postgres', postgres.url],
      ['redis', `redis://127.0.0.1:${redis.port}`],
    ] as const) {
      const proxy = await startTcpProxy(Number(new URL(url).port));
      proxies.push(proxy);
      links.set(`${service}-${store}`, proxy);
      ports.set(`${service}-${store}`, proxy.port);
    }
  const qdrantUrl = qdrant === null ? null : await linkQdrant(qdrant);

  /** Both come to the one address that stands in the records: told apart by who sends the key. */
  async function linkQdrant({ url, apiKey }: OwnQdrantServer): Promise<string> {
    const proxy = await startTcpProxy(Number(new URL(url).port), (begins) =>
      begins.includes(apiKey) ? 'ingestion' : 'gateway',
    );
    proxies.push(proxy);
    for (const service of ['gateway', 'ingestion'] as const)
      links.set(`${service}-qdrant`, {
        cut: () => proxy.cut(service),
        restore: () => proxy.restore(),
      });
    return `http://127.0.0.1:${proxy.port}`;
  }

  const listening = new Map<Member, number>();
  for (const member of members) listening.set(member, await freePort());
  const balancer = await startBalancer([
    listening.get('gateway-1') ?? 0,
    listening.get('gateway-2') ?? 0,
  ]);
  const extra = new Map<Member, Record<string, string>>();

  function envOf(member: Member, service: Service): Record<string, string> {
    const database = new URL(postgres.url);
    database.port = String(ports.get(`${service}-postgres`));
    database.username = `personate_${service}`;
    database.password = password;
    const port = String(listening.get(member));
    return {
      DATABASE_URL: database.href,
      REDIS_URL: `redis://127.0.0.1:${ports.get(`${service}-redis`)}`,
      PERSONATE_KNOWLEDGE_STORE: options.store,
      PERSONATE_UPLOADS_DIR: folders.uploads,
      PERSONATE_MODELS_DIR: service === 'ingestion' ? folders.models : join(folder, 'models'),
      PERSONATE_PERSONAS_DIR: join(folder, 'no-personas'),
      PERSONATE_QUIET_SECONDS: '1',
      PERSONATE_SWEEP_SECONDS: '3',
      PERSONATE_RATE_LIMIT: '1000000',
      LOG_LEVEL: 'warn',
      ...(service === 'gateway'
        ? {
            PERSONATE_PORT: port,
            PERSONATE_ADMIN_KEY: key,
            PERSONATE_ALLOWED_HOSTS: new URL(balancer.url).host,
          }
        : { PERSONATE_HEALTH_PORT: port }),
      ...(service === 'ingestion' && qdrantUrl !== null
        ? { QDRANT_URL: qdrantUrl, QDRANT_API_KEY: qdrant?.apiKey ?? '' }
        : {}),
      ...extra.get(member),
    };
  }

  const processes = new Map(
    members.map((member) => {
      const service = member.replace(/-\d$/u, '') as Service;
      const process = new MemberProcess({
        name: member,
        file: `services/${service}/dist/main.js`,
        readyUrl: `http://127.0.0.1:${listening.get(member)}/health/ready`,
        env: () => envOf(member, service),
      });
      return [member, process] as const;
    }),
  );

  async function stop(before = async (): Promise<void> => undefined): Promise<void> {
    await Promise.all([...processes.values()].map((one) => one.end().catch(() => one.kill())));
    await balancer.close();
    for (const proxy of proxies) await proxy.close();
    await qdrant?.stop();
    await redis.stop();
    await postgres.stop();
    await before();
    await rm(folder, { recursive: true, force: true });
  }

  try {
    const migrate = spawnService('services/ingestion/dist/migrate.js', {
      DATABASE_URL: postgres.url,
      PERSONATE_ROLE_PASSWORDS_DIR: passwords,
      PERSONATE_KNOWLEDGE_STORE: options.store,
    });
    migrate.stderr?.resume();
    const [code] = (await once(migrate, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`the migration ended with ${code}`);
    await Promise.all([...processes.values()].map((one) => one.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    key,
    folders,
    balancer,
    postgres,
    redis,
    qdrant,
    members: processes,
    links,
    async replace(member, env = {}) {
      const process = processes.get(member);
      await process?.end();
      extra.set(member, env);
      await process?.start();
    },
    stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
