import { expect, it } from '@jest/globals';
import { ExpectedError } from '@personate/contracts';
import type { ServiceInstance } from '@personate/records';
import { checkInstances, checkQdrant, checkQueues, diagnose } from '../src/diagnose/index.ts';

const signal = () => AbortSignal.timeout(20_000);
const states = (found: Awaited<ReturnType<typeof diagnose>>) =>
  Object.fromEntries(found.map(({ name, state }) => [name, state]));
const quiet = { waiting: 0, delayed: 0, active: 0, failed: 0 };
const redis = {
  store: 'redis' as const,
  version: '7.4.1',
  policy: 'noeviction',
  appendOnly: true,
  usedBytes: 10,
  mostBytes: 0,
};
const queuesWith = (
  over: Partial<typeof redis>,
  counts: Partial<typeof quiet> = {},
  ageMs = 0,
) => ({
  facts: async () => ({ ...redis, ...over }),
  counts: async () => ({ evolution: { ...quiet, ...counts } }),
  ages: async () => ({ evolution: ageMs }),
});

it.each([
  ['nothing of a Redis that is as it should be', queuesWith({}), 'ok', 'ok'],
  ['one that evicts', queuesWith({ policy: 'allkeys-lru' }), 'fail', 'ok'],
  ['one that is full', queuesWith({ usedBytes: 95, mostBytes: 100 }), 'fail', 'ok'],
  ['one that forgets at a restart', queuesWith({ appendOnly: false }), 'warn', 'ok'],
  ['jobs that were given up', queuesWith({}, { failed: 2 }), 'ok', 'warn'],
  ['jobs that nobody works on', queuesWith({}, { waiting: 1 }, 600_000), 'ok', 'fail'],
])('finds %s', async (_, queues, store, work) => {
  const found = await diagnose([checkQueues(queues)], signal());
  expect(states(found)).toEqual({ queue: store, 'queue-evolution': work });
  for (const { state, fix } of found) expect(fix === undefined).toBe(state === 'ok');
});

const instance = (service: string, over: Partial<ServiceInstance> = {}): ServiceInstance => ({
  instanceId: '00000000-0000-4000-8000-000000000001',
  service,
  version: '1.0.0',
  startedAt: new Date(),
  silentMs: 1_000,
  clockAheadMs: 0,
  ...over,
});
const all = ['gateway', 'ingestion', 'evolution'];

it.each([
  ['nothing where one of each runs', all.map((one) => instance(one)), {}],
  [
    'a service that does not run',
    [instance('gateway'), instance('ingestion'), instance('evolution', { silentMs: 120_000 })],
    { 'service-evolution': 'fail' },
  ],
  [
    'one that was killed beside one that runs',
    [...all.map((one) => instance(one)), instance('gateway', { silentMs: 120_000 })],
    { 'service-gateway': 'warn' },
  ],
  [
    'an upgrade that did not end',
    [...all.map((one) => instance(one)), instance('ingestion', { version: '0.9.0' })],
    { versions: 'warn' },
  ],
  [
    'a clock that is five minutes ahead',
    [...all.map((one) => instance(one)), instance('gateway', { clockAheadMs: 300_000 })],
    { clock: 'warn' },
  ],
])('finds %s', async (_, instances, wrong) => {
  const found = await diagnose(
    [checkInstances({ list: async () => instances }, '1.0.0')],
    signal(),
  );
  const fine = Object.fromEntries(
    [...all.map((one) => `service-${one}`), 'versions'].map((name) => [name, 'ok']),
  );
  expect(states(found)).toEqual({ ...fine, ...wrong });
});

it('finds a Qdrant that does not answer, and goes on with the rest', async () => {
  const found = await diagnose(
    [
      checkQdrant({ places: async () => ['http://127.0.0.1:1'] }),
      {
        name: 'uploads',
        look: () =>
          Promise.reject(
            new ExpectedError('unavailable', 'storage.full', 'Full.', { fix: 'Make room.' }),
          ),
      },
      { name: 'other', look: () => Promise.reject(new Error('secret of somebody')) },
    ],
    signal(),
  );
  expect(states(found)).toEqual({ knowledge: 'fail', uploads: 'fail', other: 'fail' });
  expect(found.find(({ name }) => name === 'uploads')?.fix).toBe('Make room.');
  expect(JSON.stringify(found)).not.toContain('somebody');
});
