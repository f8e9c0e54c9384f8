import { afterAll, beforeAll, describe } from '@jest/globals';
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
});
