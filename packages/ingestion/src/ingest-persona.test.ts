import { expect, it } from '@jest/globals';
import { ExpectedError } from '@personate/contracts';
import type { IngestDeps } from './deps.ts';
import { ingestPersona } from './ingest-persona.ts';

/** Of a persona whose store has all that the records have, and for which no generation waits. */
const depsWith = (ingestions: object) =>
  ({
    leases: {
      take: async () => ({ name: 'ingest:mara', token: 1 }),
      renew: async () => true,
      release: async () => undefined,
    },
    ingestions: { excuse: async () => undefined, ...ingestions },
    places: { isBehind: async () => false },
    generations: { dropping: async () => [], building: async () => null },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  }) as unknown as IngestDeps;

it('fails an ingestion whose upload is gone, so that those behind it get their turn', async () => {
  const waiting = ['without upload', 'next'];
  const failed: Array<{ id: string; code: string }> = [];
  const looked: string[] = [];
  const deps = depsWith({
    unfinished: async () => waiting,
    get: async (id: string) => {
      looked.push(id);
      if (id === 'without upload')
        throw new ExpectedError('missing', 'upload.missing', 'It is gone.', { fix: 'Send it.' });
      waiting.shift();
      return null;
    },
    fail: async (id: string, { code }: { code: string }) => {
      failed.push({ id, code });
      waiting.shift();
    },
  });

  await ingestPersona(deps, { personaId: 'mara', signal: new AbortController().signal });
  expect(failed).toEqual([{ id: 'without upload', code: 'upload.missing' }]);
  expect(looked).toEqual(['without upload', 'next']);
});

it('fails an ingestion that took the process along each time it was begun, instead of beginning it for ever', async () => {
  const waiting = ['poison'];
  const failed: string[] = [];
  const deps = depsWith({
    unfinished: async () => waiting,
    get: async () => ({
      job: { ingestionId: 'poison' },
      path: '/x',
      blobId: null,
      attempt: 25,
      excused: 0,
    }),
    start: async () => {
      throw new Error('it was begun once more');
    },
    fail: async (_id: string, { code }: { code: string }) => {
      failed.push(code);
      waiting.shift();
    },
  });

  await ingestPersona(deps, { personaId: 'mara', signal: new AbortController().signal });
  expect(failed).toEqual(['ingestion.never-ends']);
});

it('waits for a store that is away however often it is asked, and not for ever for what else may pass', async () => {
  const events: string[] = [];
  const tried = async (attempt: number, excused: number, error: ExpectedError) => {
    const waiting = ['one'];
    const deps = depsWith({
      unfinished: async () => waiting,
      get: async () => ({
        job: { ingestionId: 'one', options: {} },
        path: '/x',
        blobId: null,
        attempt,
        excused,
      }),
      start: () => Promise.reject(error),
      excuse: async () => void events.push('excused'),
      fail: async (_id: string, { code }: { code: string }) => {
        events.push(code);
        waiting.shift();
      },
    });
    await ingestPersona(deps, { personaId: 'mara', signal: new AbortController().signal }).catch(
      ({ code }: ExpectedError) => events.push(`again: ${code}`),
    );
    return events.splice(0);
  };
  const failing = (code: string) => new ExpectedError('unavailable', code, 'No.', { fix: 'Wait.' });
  const away = failing('knowledge.store-unreachable');
  const other = failing('embedder.unavailable');
  expect(await tried(24, 0, away)).toEqual(['excused', 'again: knowledge.store-unreachable']);
  expect(await tried(400, 399, away)).toEqual(['excused', 'again: knowledge.store-unreachable']);
  expect(await tried(400, 399, other)).toEqual(['again: embedder.unavailable']);
  expect(await tried(424, 400, other)).toEqual(['embedder.unavailable']);
});

it('excuses no try that was never begun', async () => {
  const events: string[] = [];
  const away = Object.assign(new Error('terminating connection'), { code: '25P03' });
  const deps = depsWith({
    unfinished: async () => ['one'],
    get: () => Promise.reject(away),
    excuse: async () => void events.push('excused'),
  });
  const going = ingestPersona(deps, { personaId: 'mara', signal: new AbortController().signal });
  await expect(going).rejects.toBe(away);
  expect(events).toEqual([]);
});

it('fails neither an ingestion nor a build for a database that went away in the middle: both are gone on with', async () => {
  const away = Object.assign(new Error('terminating connection'), { code: '25P03' });
  const failed: string[] = [];
  const fail = async () => void failed.push('failed');
  const work = {
    job: { ingestionId: 'one', options: {} },
    path: '/x',
    blobId: 'b',
    attempt: 1,
    excused: 0,
  };
  const ingesting = depsWith({
    unfinished: async () => ['one'],
    get: async () => work,
    start: () => Promise.reject(away),
    fail,
  });
  const building = {
    ...depsWith({ unfinished: async () => [] }),
    generations: {
      dropping: async () => [],
      building: async () => ({ personaId: 'mara', generation: 2 }),
      failed: fail,
    },
    embedders: { of: () => Promise.reject(away) },
  } as unknown as IngestDeps;

  for (const deps of [ingesting, building]) {
    const ingested = ingestPersona(deps, {
      personaId: 'mara',
      signal: new AbortController().signal,
    });
    await expect(ingested).rejects.toBe(away);
  }
  expect(failed).toEqual([]);
});
