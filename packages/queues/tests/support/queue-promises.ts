import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ExpectedError, pokeSchema, type TraceContext } from '@personate/contracts';
import { z } from 'zod';
import { Deferred } from './deferred.ts';
import {
  evolvePersona,
  ingestPersona,
  openQueues,
  type JobDefinition,
  type JobOutcome,
  type ObservedJob,
  type QueueObserver,
  type QueueBackendOptions,
  type Queues,
} from '../../src/index.ts';

const log = { warn: () => undefined, error: () => undefined };
const quick: JobDefinition<{ personaId: string }> = { ...evolvePersona, backoffMs: 20 };
const inTime = () => AbortSignal.timeout(30_000);

/** What the queues promise on whatever store they stand. */
export function describeQueues(backend: () => QueueBackendOptions): void {
  let queues: Queues;
  let personaId: string;
  const open = () => openQueues({ ...backend(), log, coalesceMs: 50, lockMs: 1_000 });
  beforeEach(async () => {
    queues = await open();
    personaId = `p-${randomUUID().slice(0, 8)}`;
  });
  afterEach(() => queues.close());

  describe('a poke', () => {
    it('leads to a run of its own kind, and leaves nothing behind', async () => {
      const runs: string[] = [];
      await queues.work(evolvePersona, async (poke) => void runs.push(`evolve ${poke.personaId}`));
      await queues.work(ingestPersona, async (poke) => void runs.push(`ingest ${poke.personaId}`));
      await queues.poke(evolvePersona, { personaId });
      await queues.poke(ingestPersona, { personaId });
      await queues.settled(inTime());
      expect(runs.toSorted()).toEqual([`evolve ${personaId}`, `ingest ${personaId}`]);
      expect(await queues.counts()).toMatchObject({
        evolution: { waiting: 0, delayed: 0, active: 0 },
        ingestion: { waiting: 0, delayed: 0, active: 0 },
      });
    });

    it('that falls together with a hundred others leads to few runs', async () => {
      let runs = 0;
      await Promise.all(
        Array.from({ length: 100 }, () => queues.poke(evolvePersona, { personaId })),
      );
      await queues.work(evolvePersona, async () => void (runs += 1));
      await queues.settled(inTime());
      expect(runs).toBeGreaterThan(0);
      expect(runs).toBeLessThan(20);
    });

    it('that comes while its persona is worked on leads to another run afterwards, never beside it', async () => {
      const begun = new Deferred();
      const go = new Deferred();
      const events: string[] = [];
      await queues.work(
        evolvePersona,
        async () => {
          events.push('begin');
          begun.resolve();
          await go.promise;
          events.push('end');
        },
        { concurrency: 4 },
      );
      await queues.poke(evolvePersona, { personaId });
      await begun.promise;
      await queues.poke(evolvePersona, { personaId });
      // The job of the second poke joins the run that goes on, and is gone then.
      await until(async () => (await queues.counts())['evolution'], {
        active: 1,
        delayed: 0,
        waiting: 0,
      });
      go.resolve();
      await queues.settled(inTime());
      expect(events).toEqual(['begin', 'end', 'begin', 'end']);
    });

    it('that comes again and again while all workers are busy leaves one job waiting, and another one where it is to come later', async () => {
      const busy = new Deferred();
      const go = new Deferred();
      const runs: string[] = [];
      await queues.work(evolvePersona, async (poke) => {
        busy.resolve();
        await go.promise;
        runs.push(poke.personaId);
      });
      await queues.poke(evolvePersona, { personaId: 'busy' });
      await busy.promise;
      const left = async () => {
        const { waiting = NaN, delayed = NaN } = (await queues.counts())['evolution'] ?? {};
        return waiting + delayed;
      };
      for (let n = 1; n <= 5; n += 1) {
        await queues.poke(evolvePersona, { personaId });
        // Each is due before the next one comes, so none falls together with another.
        await eventually(async () => ((await queues.ages())['evolution'] ?? 0) >= n * 60);
      }
      expect(await left()).toBe(1);
      for (let n = 0; n < 5; n += 1)
        await queues.poke(evolvePersona, { personaId }, { delayMs: 50 + n * 60 });
      expect(await left()).toBe(2);
      go.resolve();
      await queues.settled(inTime());
      expect(runs[0]).toBe('busy');
      expect(runs.slice(1).every((one) => one === personaId)).toBe(true);
      expect(runs.length - 1).toBeLessThanOrEqual(2);
      await queues.poke(evolvePersona, { personaId });
      await queues.settled(inTime());
      expect(runs.at(-1)).toBe(personaId);
    });

    it('that comes while a worker hangs in its persona’s job is taken by another worker', async () => {
      const begun = new Deferred();
      const taken = new Deferred<string>();
      const go = new Deferred();
      await queues.work(evolvePersona, async () => {
        begun.resolve();
        await go.promise;
      });
      await queues.poke(evolvePersona, { personaId });
      await begun.promise;
      const others = await open();
      try {
        await others.work(evolvePersona, async (poke) => taken.resolve(poke.personaId));
        await queues.poke(evolvePersona, { personaId });
        expect(await taken.promise).toBe(personaId);
      } finally {
        go.resolve();
        await queues.settled(inTime());
        await others.close();
      }
    });

    it('does not wait for the long work of another persona', async () => {
      const go = new Deferred();
      const done = new Deferred();
      await queues.work(
        evolvePersona,
        async (poke) => {
          if (poke.personaId === personaId) await go.promise;
          else done.resolve();
        },
        { concurrency: 2 },
      );
      for (const delayMs of [0, 60, 120]) {
        await queues.poke(evolvePersona, { personaId }, { delayMs });
      }
      await queues.poke(evolvePersona, { personaId: 'other' }, { delayMs: 180 });
      await done.promise;
      go.resolve();
      await queues.settled(inTime());
      expect((await queues.counts())['evolution']?.active).toBe(0);
    });

    it('with a delay runs after it', async () => {
      const ran = new Deferred<number>();
      await queues.work(evolvePersona, async () => ran.resolve(Date.now()));
      const before = Date.now();
      await queues.poke(evolvePersona, { personaId }, { delayMs: 400 });
      expect((await queues.counts())['evolution']?.delayed).toBe(1);
      expect((await ran.promise) - before).toBeGreaterThanOrEqual(400);
    });
  });

  describe('a job that fails', () => {
    it('is tried again, and told which attempt it is', async () => {
      const attempts: number[] = [];
      await queues.work(quick, async (_, { attempt }) => {
        attempts.push(attempt);
        if (attempt < 3) throw new Error('not yet');
      });
      await queues.poke(quick, { personaId });
      await queues.settled(inTime());
      expect(attempts).toEqual([1, 2, 3]);
    });

    it('by an error that stays the same is given up at once', async () => {
      let runs = 0;
      await queues.work(quick, async () => {
        runs += 1;
        throw new ExpectedError('invalid', 'x.y', 'no', { fix: 'none' });
      });
      const before = (await queues.counts())['evolution']?.failed ?? 0;
      await queues.poke(quick, { personaId });
      await queues.settled(inTime());
      expect(runs).toBe(1);
      expect((await queues.counts())['evolution']?.failed).toBe(before + 1);
    });

    it('does not keep later pokes of its persona from being run', async () => {
      let runs = 0;
      await queues.work(quick, async () => {
        runs += 1;
        if (runs === 1) throw new ExpectedError('invalid', 'x.y', 'no', { fix: 'none' });
      });
      await queues.poke(quick, { personaId });
      await queues.settled(inTime());
      await queues.poke(quick, { personaId });
      await queues.settled(inTime());
      expect(runs).toBe(2);
    });

    it('by a payload that no handler can read never reaches one', async () => {
      let runs = 0;
      const strict = {
        ...quick,
        payload: pokeSchema.refine((poke) => poke.personaId.startsWith('ok-')),
      };
      await queues.work(strict, async () => void (runs += 1));
      await queues.poke(quick, { personaId });
      await queues.settled(inTime());
      await queues.poke(quick, { personaId: 'ok-then' });
      await queues.settled(inTime());
      expect(runs).toBe(1);
    });

    it('by a payload of a newer release is tried again, and never reaches an old handler', async () => {
      const newer = { ...quick, version: quick.version + 1 };
      const reached: string[] = [];
      const old = await queues.work(quick, async () => void reached.push('old'));
      await queues.poke(newer, { personaId });
      await queues.settled(inTime());
      expect(reached).toEqual([]);
      await old.close();
      await queues.work(newer, async () => void reached.push('newer'));
      await queues.poke(quick, { personaId });
      await queues.settled(inTime());
      expect(reached).toEqual(['newer']);
    });
  });

  describe('an observer', () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    async function observedQueues(trace: TraceContext | undefined) {
      const runs: Array<ObservedJob & { outcome: JobOutcome }> = [];
      const calls: string[] = [];
      const observer: QueueObserver = {
        trace: () => trace,
        call(operation, work) {
          calls.push(operation);
          return work();
        },
        async run(job, work, outcomeOf) {
          try {
            await work();
            runs.push({ ...job, outcome: 'done' });
          } catch (error) {
            runs.push({ ...job, outcome: outcomeOf(error) });
            throw error;
          }
        },
      };
      await queues.close();
      queues = await openQueues({ ...backend(), log, coalesceMs: 50, lockMs: 1_000, observer });
      return { runs, calls };
    }

    it('hears of each run how it ended, and of which trace it is a part', async () => {
      const { runs, calls } = await observedQueues({ traceparent });
      await queues.work(quick, async (_, { attempt }) => {
        if (attempt === 1) throw new Error('not yet');
        throw new ExpectedError('invalid', 'x.y', 'no', { fix: 'none' });
      });
      await queues.poke(quick, { personaId });
      await queues.settled(inTime());
      const about = { queue: 'evolution', personaId, trace: { traceparent } };
      expect(runs).toMatchObject([
        { ...about, attempt: 1, outcome: 'failed' },
        { ...about, attempt: 2, outcome: 'given_up' },
      ]);
      expect(runs[0]?.jobId).toMatch(new RegExp(`^${personaId}\\.`));
      expect(runs[0]?.waitedMs).toBeLessThan(10_000);
      expect(calls).toContain('add');
    });

    it('gets no trace of a job whose trace cannot be read; the job runs all the same', async () => {
      const { runs } = await observedQueues(undefined);
      const careless = { ...quick, payload: z.looseObject({ personaId: z.string() }) };
      await queues.work(quick, () => Promise.resolve());
      await queues.poke(careless, { personaId, trace: 'of another release' } as { personaId: string }); // prettier-ignore
      await queues.settled(inTime());
      expect(runs).toMatchObject([{ personaId, trace: undefined, outcome: 'done' }]);
    });
  });

  it('operators see on the board whose job was given up and the error’s code, and no words of it', async () => {
    await queues.work(quick, () =>
      Promise.reject(
        new ExpectedError('invalid', 'x.secret', 'She said: marmalade.', { fix: '-' }),
      ),
    );
    await queues.poke(quick, { personaId });
    await queues.settled(inTime());
    const board = await queues.board('/nowhere');
    const query = { activeQueue: 'evolution', status: 'failed', page: '1', jobsPerPage: '50' };
    const found = await board.read('/api/queues', query);
    const seen = JSON.stringify(found?.body);
    expect(found?.status).toBe(200);
    expect(seen).toContain(personaId);
    expect(seen).toContain('x.secret');
    expect(seen).not.toContain('marmalade');
    expect(await board.read('/api/nothing', {})).toBeNull();
  });

  it('the board never says that nobody works where somebody does', async () => {
    await queues.work(evolvePersona, () => Promise.resolve());
    const board = await queues.board('/nowhere');
    const found = await board.read('/api/queues', { activeQueue: 'evolution', status: 'latest' });
    const seen = found?.body as { queues: Array<{ name: string; hasWorkers: boolean | null }> };
    const evolution = seen.queues.find(({ name }) => name === 'evolution');
    expect([true, null]).toContain(evolution?.hasWorkers);
  });

  it('of jobs that are due the age of the oldest is told, also where no worker runs', async () => {
    const age = async (): Promise<number> => (await queues.ages())['evolution'] ?? Number.NaN;
    expect(await age()).toBe(0);
    await queues.poke(evolvePersona, { personaId });
    await eventually(async () => (await age()) >= 100);
    expect(await age()).toBeGreaterThanOrEqual(100);
    await queues.work(evolvePersona, () => Promise.resolve());
    await queues.settled(inTime());
    expect(await age()).toBe(0);
  });

  it('how long a job waits is told by the clock that all share, whatever this machine’s says', async () => {
    const runs: ObservedJob[] = [];
    const observer: QueueObserver = {
      run: (job, work) => {
        runs.push(job);
        return work();
      },
      call: (_operation, work) => work(),
      trace: () => undefined,
    };
    const now = () => new Date(Date.now() - 5 * 60_000);
    const behind = await openQueues({ ...backend(), log, coalesceMs: 50, observer, now });
    try {
      await behind.poke(evolvePersona, { personaId });
      expect((await behind.ages())['evolution']).toBeLessThan(60_000);
      await behind.work(evolvePersona, () => Promise.resolve());
      await behind.settled(inTime());
      expect(runs).toHaveLength(1);
      expect(runs[0]?.waitedMs).toBeLessThan(60_000);
    } finally {
      await behind.close();
    }
  });

  it('a worker that closes hands its job back, no attempt spent, and another one goes on', async () => {
    const begun = new Deferred();
    await queues.work(quick, async (_, { signal }) => {
      begun.resolve();
      await new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    });
    await queues.poke(quick, { personaId });
    await begun.promise;
    await queues.close();
    queues = await open();
    expect((await queues.counts())['evolution']).toMatchObject({ waiting: 1, active: 0 });
    const attempts: number[] = [];
    await queues.work(quick, async (_, { attempt }) => void attempts.push(attempt));
    await queues.settled(inTime());
    expect(attempts).toEqual([1]);
  });

  it('work of many personas at once is done whole', async () => {
    // A busy machine keeps a lock of a second from being renewed, and who lost it is run again.
    await queues.close();
    queues = await openQueues({ ...backend(), log, coalesceMs: 50 });
    const seen = new Map<string, number>();
    await queues.work(
      evolvePersona,
      async (poke) => void seen.set(poke.personaId, (seen.get(poke.personaId) ?? 0) + 1),
      { concurrency: 8 },
    );
    const ids = Array.from({ length: 200 }, (_, at) => `many-${at}`);
    await Promise.all(ids.map((id) => queues.poke(evolvePersona, { personaId: id })));
    await queues.settled(inTime());
    expect([...seen.keys()].toSorted()).toEqual(ids.toSorted());
    expect(new Set(seen.values())).toEqual(new Set([1]));
  });
}

/** Bounded as what follows fails where it never comes true. */
async function eventually(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await isTrue()) && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Waits for a state, bounded by the test's own time. */
async function until<T extends object>(
  read: () => Promise<T | undefined>,
  expected: Partial<T>,
): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const found = await read();
    const same = Object.entries(expected).every(
      ([name, value]) => (found as Record<string, unknown> | undefined)?.[name] === value,
    );
    if (same || Date.now() > deadline) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await read()).toMatchObject(expected);
}
