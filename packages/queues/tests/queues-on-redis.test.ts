import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { evolvePersona, openQueues } from '../src/index.ts';
import { redisMissing, startRedis, type RedisServer } from '../src/testing/redis-server.ts';
import { describeQueues } from './support/queue-promises.ts';

const missing = await redisMissing();
if (missing !== null)
  process.stderr.write(`\nSKIPPED: queues on Redis were not tested: ${missing}\n\n`);
const suite = missing === null ? describe : describe.skip;

suite('queues on Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  describeQueues(() => ({ kind: 'redis', url: redis.url }));

  it('the board shows the jobs of a page beside one whose data is no JSON', async () => {
    const log = { warn: () => undefined, error: () => undefined };
    const queues = await openQueues({ kind: 'redis', url: redis.url, log });
    const client = new Redis(redis.url);
    try {
      for (const personaId of ['whole', 'broken']) await queues.poke(evolvePersona, { personaId });
      const keys = await client.keys('*:evolution:broken.*');
      expect(keys).toHaveLength(1);
      await client.hset(keys[0] ?? '', 'data', '{"personaId": ');
      const board = await queues.board('/nowhere');
      const query = { activeQueue: 'evolution', status: 'latest', page: '1', jobsPerPage: '50' };
      const found = await board.read('/api/queues', query);
      expect(found?.status).toBe(200);
      const seen = JSON.stringify(found?.body);
      expect(seen).toContain('whole.');
      expect(seen).not.toContain('broken.');
      const id = (keys[0] ?? '').split(':').at(-1) ?? '';
      expect((await board.read(`/api/queues/evolution/${id}`, {}))?.status).toBe(404);
    } finally {
      client.disconnect();
      await queues.close();
    }
  });
});
