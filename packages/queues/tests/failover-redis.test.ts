import { afterEach, describe, expect, it } from '@jest/globals';
import { openMovingAddress } from '@personate/records/testing';
import { Redis } from 'ioredis';
import { evolvePersona, openQueues } from '../src/index.ts';
import { redisMissing, startRedis } from '../src/testing.ts';
import { startSentinel } from './support/redis-sentinel.ts';

const missing = await redisMissing();
if (missing !== null)
  process.stderr.write(`\nSKIPPED: a Redis that fails over was NOT tested: ${missing}\n\n`);
const log = { warn: () => undefined, error: () => undefined };
const suite = missing === null ? describe : describe.skip;

suite('a Redis that fails over', () => {
  const opened: Array<() => Promise<unknown>> = [];
  afterEach(async () => {
    for (const close of opened.splice(0).toReversed()) await close();
  }, 60_000);

  /** A primary and its replica, which has all that the primary has. */
  async function startBoth() {
    const primary = await startRedis();
    const replica = await startRedis();
    opened.push(
      () => primary.stop(),
      () => replica.stop(),
    );
    const to = (url: string): Redis => {
      const redis = new Redis(url);
      redis.on('error', () => undefined);
      opened.push(async () => redis.disconnect());
      return redis;
    };
    const [onPrimary, onReplica] = [to(primary.url), to(replica.url)];
    await onReplica.replicaof('127.0.0.1', Number(new URL(primary.url).port));
    while (!(await onReplica.info('replication')).includes('master_link_status:up'))
      await onReplica.ping();
    return { primary, replica, onPrimary, onReplica };
  }

  /** A queue with a worker, and who has been worked on. */
  async function openWorked(url: string) {
    const queues = await openQueues({ kind: 'redis', url, log });
    opened.push(() => queues.close());
    const done: string[] = [];
    const waiting: Array<() => void> = [];
    await queues.work(evolvePersona, async ({ personaId }) => {
      done.push(personaId);
      for (const go of waiting.splice(0)) go();
    });
    return {
      queues,
      async workedOn(personaId: string) {
        while (!done.includes(personaId)) await new Promise<void>((go) => waiting.push(go));
      },
    };
  }

  it('through an address that follows the primary, pokes and workers go over to the new one', async () => {
    const { primary, replica, onPrimary, onReplica } = await startBoth();
    const address = await openMovingAddress(primary.url);
    opened.push(() => address.close());
    const { queues, workedOn } = await openWorked(address.url);
    await queues.poke(evolvePersona, { personaId: 'before' });
    await workedOn('before');
    address.leadTo(replica.url);
    await onReplica.replicaof('NO', 'ONE');
    // It stays up, keeps its connections, and refuses what writes.
    await onPrimary.replicaof('127.0.0.1', Number(new URL(replica.url).port));
    await queues.poke(evolvePersona, { personaId: 'after' });
    await workedOn('after');
    expect(await onReplica.role()).toEqual(expect.arrayContaining(['master']));
  }, 60_000);

  it('where Sentinel says who is primary, they go to the replica that it promotes', async () => {
    const { primary, onReplica } = await startBoth();
    const sentinel = await startSentinel(primary.url);
    opened.push(() => sentinel.stop());
    await sentinel.knowsReplica;
    const { queues, workedOn } = await openWorked(sentinel.url);
    await queues.poke(evolvePersona, { personaId: 'before' });
    await workedOn('before');
    await primary.stop();
    while (!(await onReplica.role()).includes('master')) await onReplica.ping();
    await queues.poke(evolvePersona, { personaId: 'after' });
    await workedOn('after');
    expect(await onReplica.role()).toEqual(expect.arrayContaining(['master']));
  }, 60_000);
});
