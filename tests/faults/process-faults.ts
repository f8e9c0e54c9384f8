import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openDatabase } from '@personate/records';
import type { Client } from '../e2e/client.ts';
import { eventually } from '../harness/eventually.ts';
import { otherClock } from './other-clock.ts';
import {
  members,
  mostConnections,
  type LinkName,
  type Member,
  type ProcessCluster,
} from './process-cluster.ts';

export interface ProcessFault {
  name: string;
  of: string;
  /** No request may fail. */
  isSmooth?: true;
  /** Clients may lose their connection, beside what they are told in words. */
  breaksConnections?: true;
  run(on: FaultGround): Promise<void>;
}
export interface FaultGround {
  cluster: ProcessCluster;
  client: Client;
  personaId: string;
  holdMs: number;
  pauseMs: number;
}

interface Part {
  kill(): Promise<void>;
  start(): Promise<void>;
  freeze(): void | Promise<void>;
  thaw(): void | Promise<void>;
}
type Store = 'postgres' | 'redis' | 'qdrant';

const shell = promisify(execFile);
/** Until a supervisor has noticed. */
const restartMs = 1_000;

async function holding(ms: number, end: () => void | Promise<void>): Promise<void> {
  try {
    await sleep(ms);
  } finally {
    await end();
  }
}

function partOf(cluster: ProcessCluster, of: Member | Store): Part {
  const { postgres, redis, qdrant } = cluster;
  if (of === 'postgres' || of === 'redis') return { postgres, redis }[of];
  const part = of === 'qdrant' ? qdrant : cluster.members.get(of);
  if (!part) throw new Error(`there is no ${of}`);
  return part === qdrant ? { ...qdrant, kill: () => qdrant.kill('SIGKILL') } : (part as Part);
}

const ofGateway = (of: string) => (of.startsWith('gateway') ? { breaksConnections: true } : {}) as Pick<ProcessFault, 'breaksConnections'>; // prettier-ignore

const killed = (of: Member | Store): ProcessFault => ({
  name: 'killed and restarted',
  of,
  ...ofGateway(of),
  async run({ cluster }) {
    const part = partOf(cluster, of);
    await part.kill();
    await sleep(restartMs);
    await part.start();
  },
});

const paused = (of: Member | Store): ProcessFault => ({
  name: 'paused',
  of,
  ...ofGateway(of),
  async run({ cluster, pauseMs }) {
    const part = partOf(cluster, of);
    await part.freeze();
    await holding(pauseMs, () => part.thaw());
  },
});

const cut = (link: LinkName): ProcessFault => ({
  name: 'network cut',
  of: link.replace('-', ' from '),
  async run({ cluster, holdMs }) {
    const cable = cluster.links.get(link);
    cable?.cut();
    await holding(holdMs, () => cable?.restore());
  },
});

const endedWhileCut = (member: Member, links: readonly LinkName[]): ProcessFault => ({
  name: 'replaced while it is cut off from its stores',
  of: member,
  ...ofGateway(member),
  async run({ cluster }) {
    for (const link of links) cluster.links.get(link)?.cut();
    await sleep(restartMs);
    const replaced = cluster.replace(member);
    await holding(20_000, () => {
      for (const link of links) cluster.links.get(link)?.restore();
    });
    await replaced;
  },
});

const redisFull: ProcessFault = {
  name: 'full',
  of: 'redis',
  async run({ cluster, holdMs }) {
    await cluster.redis.command('config', 'set', 'maxmemory', '1mb');
    await sleep(holdMs);
    await cluster.redis.command('config', 'set', 'maxmemory', '0');
  },
};

const failedOver = (of: string, keeps: boolean): ProcessFault => ({
  name: 'failed over',
  of,
  async run({ cluster, holdMs }) {
    const before = keeps ? await cluster.redis.snapshot() : null;
    // What comes now is lost with the server.
    await sleep(1_500);
    await cluster.redis.failOver(before);
    await sleep(holdMs / 2);
  },
});

const standbyPromoted: ProcessFault = {
  name: 'failed over',
  of: 'postgres, its standby promoted',
  run: ({ cluster, holdMs }) => cluster.failOverPostgres(holdMs / 3),
};

const replicaPromoted: ProcessFault = {
  name: 'failed over',
  of: 'redis, its replica promoted, the old one read-only',
  async run({ cluster, holdMs }) {
    await cluster.failOverRedis();
    await sleep(holdMs / 2);
  },
};

const noConnections: ProcessFault = {
  name: 'no connection left',
  of: 'postgres',
  async run({ cluster, holdMs }) {
    const owner = await openDatabase({
      kind: 'postgres',
      url: cluster.postgres.url,
      max: mostConnections,
      migrate: false,
    });
    const taken: Array<{ release(): void }> = [];
    const end = performance.now() + holdMs;
    const one = await owner.pool.connect();
    while (performance.now() < end) {
      await one.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename like 'personate_%'`,
      );
      for (;;) {
        const next = await owner.pool.connect().catch(() => null);
        if (next === null || taken.push(next) >= mostConnections - 2) break;
      }
      await sleep(250);
    }
    one.release();
    for (const client of taken) client.release();
    await owner.close();
  },
};

async function fill(folder: string): Promise<() => Promise<void>> {
  const filler = join(folder, 'filler');
  const { stdout } = await shell('df', ['--output=avail', '-B1', folder]);
  await shell('fallocate', ['-l', stdout.split('\n')[1]?.trim() ?? '0', filler]);
  return () => rm(filler);
}

const uploadsFull: ProcessFault = {
  name: 'disk full',
  of: 'uploads',
  async run({ cluster, holdMs }) {
    const empty = await fill(cluster.folders.uploads);
    await holding(holdMs, empty);
  },
};

const modelsFull: ProcessFault = {
  name: 'disk full at its start',
  of: 'data folder of ingestion',
  async run({ cluster, holdMs }) {
    const ingestion = cluster.members.get('ingestion-1');
    await ingestion?.kill();
    // As on a new volume: the model has yet to be made, and there is no room for it.
    await shell('sh', ['-c', 'rm -f "$1"/*.onnx*', 'sh', cluster.folders.models]);
    const empty = await fill(cluster.folders.models);
    try {
      await ingestion?.start();
      await sleep(holdMs);
    } finally {
      await empty();
    }
  },
};

/** With what sets it, which differs between machines. */
const clocksApart = (seconds: number): ProcessFault => {
  const clock = otherClock(seconds);
  return {
    name: `clock five minutes ${seconds < 0 ? 'behind' : 'ahead'} (${clock.by})`,
    of: 'gateway-2',
    isSmooth: true,
    async run({ cluster, holdMs }) {
      await cluster.replace('gateway-2', clock.env);
      await sleep(holdMs);
    },
  };
};

const upgrade: ProcessFault = {
  name: 'replaced one by one',
  of: 'all services',
  isSmooth: true,
  async run({ cluster }) {
    for (const member of members) await cluster.replace(member);
  },
};

const qdrantInMigration: ProcessFault = {
  name: 'restarted in a migration',
  of: 'qdrant',
  async run({ cluster, client, personaId }) {
    const path = `/v1/personas/${personaId}/knowledge/generations`;
    const { generation } = await client.call<{ generation: number }>('POST', path, {
      purpose: 'rebuild',
    });
    await cluster.qdrant?.kill('SIGKILL');
    await sleep(2_000);
    await cluster.qdrant?.start();
    await eventually('the migration is done', 180_000, async () => {
      const { status } = await client.call<{ status: string }>('GET', `${path}/${generation}`);
      return status === 'serving' || undefined;
    });
  },
};

export function faultsOf(options: { store: string; disk: boolean }): ProcessFault[] {
  const onQdrant = options.store === 'qdrant';
  const parts: Array<Member | Store> = ['gateway-1', 'ingestion-1', 'evolution-1', 'postgres', 'redis', ...(onQdrant ? ['qdrant' as const] : [])]; // prettier-ignore
  return [
    ...parts.map(killed),
    ...parts.map(paused),
    cut('gateway-postgres'),
    cut('ingestion-postgres'),
    cut('evolution-postgres'),
    cut('gateway-redis'),
    cut('ingestion-redis'),
    cut('evolution-redis'),
    ...(onQdrant ? [cut('gateway-qdrant'), cut('ingestion-qdrant')] : []),
    redisFull,
    failedOver('redis, its last second lost', true),
    failedOver('redis, empty', false),
    replicaPromoted,
    standbyPromoted,
    noConnections,
    ...(options.disk ? [uploadsFull, modelsFull] : []),
    ...(onQdrant ? [qdrantInMigration] : []),
    endedWhileCut('gateway-1', ['gateway-redis']),
    endedWhileCut('gateway-1', ['gateway-postgres', 'gateway-redis']),
    clocksApart(300),
    clocksApart(-300),
    upgrade,
  ];
}
