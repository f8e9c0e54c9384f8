import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@personate/records';
import { startQdrant, type OwnQdrantServer } from '@personate/knowledge-qdrant/testing';
import { startPostgres, type PostgresServer } from '@personate/records/testing';
import { eventually } from '../harness/eventually.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import { MemberProcess, spawnService } from './member-process.ts';
import { startDurableRedis, type Redis } from './redis.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';
import getPort from 'get-port';

export const members = ['gateway-1', 'gateway-2', 'ingestion-1', 'evolution-1'] as const;
export type Member = (typeof members)[number];
type Service = 'gateway' | 'ingestion' | 'evolution';
export type LinkName = `${Service}-${'postgres' | 'redis'}` | `${'gateway' | 'ingestion'}-qdrant`;

export interface ProcessCluster {
  key: string;
  /** The first is where uploads lie, the second where ingestion keeps its model. */
  folders: { uploads: string; models: string };
  balancer: Balancer;
  /** The primary, as that of Redis. */
  readonly postgres: PostgresServer;
  readonly redis: Redis;
  qdrant: OwnQdrantServer | null;
  members: ReadonlyMap<Member, MemberProcess>;
  /** A cable between a service and a store. */
  links: ReadonlyMap<LinkName, Pick<TcpProxy, 'cut' | 'restore'>>;
  /** A new standby, which has all that is acknowledged, is promoted after a kill of the primary; its address leads there. */
  failOverPostgres(downMs: number): Promise<void>;
  /** A new replica is promoted; who was primary stays up as its replica, with all its connections. */
  failOverRedis(): Promise<void>;
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
  const settings = { max_connections: String(mostConnections) };
  let postgres = await startPostgres(settings);
  let redis = await startDurableRedis(await getPort({ host: '127.0.0.1' }));
  const retired: Array<Pick<Redis, 'stop'>> = [];
  const qdrant = options.store === 'qdrant' ? await startQdrant() : null;
  const key = randomBytes(24).toString('hex');
  const password = randomBytes(12).toString('hex');
  for (const service of ['gateway', 'ingestion', 'evolution'])
    await writeFile(join(passwords, `${service}-password`), password);

  const proxies: TcpProxy[] = [];
  const leadingTo = { postgres: new Set<TcpProxy>(), redis: new Set<TcpProxy>() };
  const links = new Map<LinkName, Pick<TcpProxy, 'cut' | 'restore'>>();
  const ports = new Map<LinkName, number>();
  for (const service of ['gateway', 'ingestion', 'evolution'] as const)
    for (const [store, url] of [
      ['postgres', postgres.url],
      ['redis', `redis://127.0.0.1:${redis.port}`],
    ] as const) {
      const proxy = await startTcpProxy(Number(new URL(url).port));
      proxies.push(proxy);
      leadingTo[store].add(proxy);
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
  for (const member of members) listening.set(member, await getPort({ host: '127.0.0.1' }));
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
    for (const one of [redis, postgres, ...retired]) await one.stop();
    await before();
    await rm(folder, { recursive: true, force: true });
  }

  async function failOverPostgres(downMs: number): Promise<void> {
    const primary = postgres;
    const standby = await startPostgres(settings, primary);
    retired.push(primary);
    const owner = await openDatabase({ kind: 'postgres', url: primary.url, migrate: false });
    try {
      await owner.pool.query(`ALTER SYSTEM SET synchronous_standby_names = '*'`);
      await owner.pool.query('SELECT pg_reload_conf()');
      await eventually('nothing is acknowledged that the standby has not', 30_000, async () => {
        const { rows } = await owner.pool.query(
          `SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'`,
        );
        return rows.length === 1 || undefined;
      });
    } finally {
      await owner.close();
    }
    await primary.kill();
    await sleep(downMs);
    await standby.promote();
    for (const proxy of leadingTo.postgres) proxy.leadTo(Number(new URL(standby.url).port));
    postgres = standby;
  }

  async function failOverRedis(): Promise<void> {
    const primary = redis;
    const replica = await startDurableRedis(await getPort({ host: '127.0.0.1' }));
    retired.push(primary);
    await replica.command('replicaof', '127.0.0.1', String(primary.port));
    await eventually('the replica has all', 30_000, async () => {
      const info = await replica.command('info', 'replication');
      return info.includes('master_link_status:up') || undefined;
    });
    await replica.command('replicaof', 'no', 'one');
    await primary.command('replicaof', '127.0.0.1', String(replica.port));
    for (const proxy of leadingTo.redis) proxy.leadTo(replica.port);
    redis = replica;
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
    get postgres() {
      return postgres;
    },
    get redis() {
      return redis;
    },
    qdrant,
    members: processes,
    links,
    failOverPostgres,
    failOverRedis,
    async replace(member, env = {}) {
      const process = processes.get(member);
      await process?.end();
      extra.set(member, env);
      await process?.start();
    },
    stop,
  };
}
