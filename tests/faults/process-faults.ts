import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openDatabase } from '@personate/records';
import type { Client } from '../e2e/client.ts';
import { eventually } from '../harness/eventually.ts';
import { members, mostConnections, type LinkName, type ProcessCluster } from './process-cluster.ts';

export interface ProcessFault {
  name: string;
  of: string;
  /** No request may fail. */
  isSmooth?: true;
  run(on: FaultGround): Promise<void>;
}
export interface FaultGround {
  cluster: ProcessCluster;
  client: Client;
  personaId: string;
  holdMs: number;
}

const shell = promisify(execFile);

const cut = (link: LinkName): ProcessFault => ({
  name: 'network cut',
  of: link.replace('-', ' from '),
  async run({ cluster, holdMs }) {
    const cable = cluster.links.get(link);
    cable?.cut();
    await sleep(holdMs);
    cable?.restore();
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

const diskFull: ProcessFault = {
  name: 'disk full',
  of: 'uploads',
  async run({ cluster, holdMs }) {
    const filler = join(cluster.uploadsDir, 'filler');
    const { stdout } = await shell('df', ['--output=avail', '-B1', cluster.uploadsDir]);
    await shell('fallocate', ['-l', stdout.split('\n')[1]?.trim() ?? '0', filler]);
    await sleep(holdMs);
    await rm(filler);
  },
};

const clocksApart: ProcessFault = {
  name: 'clocks five minutes apart',
  of: 'gateway-2',
  isSmooth: true,
  async run({ cluster, holdMs }) {
    await cluster.replace('gateway-2', { FAULT_CLOCK_SHIFT_MS: String(5 * 60_000) });
    await sleep(holdMs);
  },
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
  return [
    cut('gateway-postgres'),
    cut('ingestion-postgres'),
    cut('evolution-postgres'),
    cut('gateway-redis'),
    cut('ingestion-redis'),
    cut('evolution-redis'),
    ...(onQdrant ? [{ ...cut('qdrant'), of: 'qdrant from gateway and ingestion' }] : []),
    redisFull,
    failedOver('redis, its last second lost', true),
    failedOver('redis, empty', false),
    noConnections,
    ...(options.disk ? [diskFull] : []),
    ...(onQdrant ? [qdrantInMigration] : []),
    clocksApart,
    upgrade,
  ];
}
