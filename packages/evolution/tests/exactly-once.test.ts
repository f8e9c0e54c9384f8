import { describe, expect, it } from '@jest/globals';
import { evolvePersona } from '@personate/evolution';
import { answeredTurn, personaId, userTurn } from './support-fixtures.ts';
import { FakeStore } from './support-store.ts';

const signal = new AbortController().signal;
const reply = 'I mended the harbour clock with a spring from a mousetrap.';

function busyStore(): FakeStore {
  const store = new FakeStore();
  store.say(
    userTurn('My dog is called Rex. I live in Kiel.'),
    userTurn('You were born in Paris.'),
    ...['ann', 'bob', 'cem'].map((userId) =>
      answeredTurn('How did you mend the harbour clock?', reply, { userId }),
    ),
    userTurn('Actually my dog is called Max.'),
    userTurn('I am allergic to nuts.', { userId: 'bob' }),
  );
  return store;
}

/** What is left in the end, without ids. */
function effect(store: FakeStore): unknown {
  return {
    cursor: store.cursor,
    commits: store.commits,
    memories: store.memories.map(({ userId, text, status, kind }) => ({
      userId,
      text,
      status,
      kind,
    })),
    versions: store.versions.map(({ version, document }) => ({ version, document })),
  };
}

describe('each turn has its effect exactly once', () => {
  it('whichever call fails, before or after its effect, and whoever tries again', async () => {
    const calm = busyStore();
    await evolvePersona(calm.deps, { personaId, signal });
    const expected = effect(calm);
    expect(calm.memories.length).toBeGreaterThan(4);
    expect(calm.versions).toHaveLength(2);
    const calls = calm.calls.length;
    expect(calls).toBeGreaterThan(20);

    for (let call = 1; call <= calls; call += 1) {
      for (const after of [false, true]) {
        const store = busyStore();
        store.failAt = { call, after };
        await evolvePersona(store.deps, { personaId, signal }).catch(() => undefined);
        store.failAt = undefined;
        // The killed worker's lease runs out.
        store.dropLease();
        await evolvePersona(store.deps, { personaId, signal });
        await evolvePersona(store.deps, { personaId, signal });
        const { versions, ...rest } = effect(store) as { versions: Array<{ document: object }> };
        const { versions: expectedVersions, ...expectedRest } = expected as typeof rest & {
          versions: Array<{ document: object }>;
        };
        expect({ call, after, ...rest }).toEqual({ call, after, ...expectedRest });
        expect(versions).toHaveLength(expectedVersions.length);
      }
    }
  });

  it('continues with the steps that were kept', async () => {
    const store = busyStore();
    const calm = busyStore();
    await evolvePersona(calm.deps, { personaId, signal });
    store.failAt = { call: calm.calls.indexOf('commit') + 1, after: false };
    await expect(evolvePersona(store.deps, { personaId, signal })).rejects.toThrow(
      'killed before commit',
    );
    expect(Object.keys(store.runs[0]?.steps ?? {})).toEqual([
      'observe',
      'reconcile',
      'reflect',
      'propose',
      'guard',
    ]);
    const kept = JSON.stringify(store.runs[0]?.steps['guard']);
    store.failAt = undefined;
    store.dropLease();
    store.calls = [];
    await evolvePersona(store.deps, { personaId, signal });
    expect(store.calls).not.toContain('saveStep');
    expect(store.memories.map(({ memoryId }) => memoryId).every((id) => kept.includes(id))).toBe(
      true,
    );
  });

  it('works a kept result out anew that does not fit', async () => {
    const store = busyStore();
    const calm = busyStore();
    await evolvePersona(calm.deps, { personaId, signal });
    store.runs.push({
      runId: 'r',
      from: 0,
      to: 7,
      base: 1,
      steps: { observe: 'of another version', guard: { memories: 1 } },
      done: false,
    });
    await evolvePersona(store.deps, { personaId, signal });
    expect(store.memories.map(({ text }) => text)).toEqual(calm.memories.map(({ text }) => text));
  });

  it('by one worker at a time: the other finds the lease taken', async () => {
    const store = busyStore();
    const results = await Promise.all([
      evolvePersona(store.deps, { personaId, signal }),
      evolvePersona(store.deps, { personaId, signal }),
    ]);
    expect(results.map(({ turns }) => turns).toSorted((a, b) => a - b)).toEqual([0, 7]);
    expect(results.map(({ waitMs }) => waitMs)).toContain(1_000);
    expect(store.commits).toBe(1);
  });

  it('stops without effect when its lease was lost', async () => {
    const calm = busyStore();
    await evolvePersona(calm.deps, { personaId, signal });
    const steps = calm.calls.filter((name) => name === 'lease.renew').length;
    for (let renewal = 1; renewal <= steps; renewal += 1) {
      const store = busyStore();
      const { deps } = store;
      const { renew } = deps.leases;
      let count = 0;
      deps.leases.renew = async (lease, ttlMs) => {
        count += 1;
        if (count === renewal) store.stealLease();
        return renew(lease, ttlMs);
      };
      expect(await evolvePersona(deps, { personaId, signal })).toMatchObject({
        turns: 0,
        waitMs: 1_000,
      });
      expect(store.commits).toBe(0);
    }
  });

  it('is fenced: a commit under a lost lease changes nothing', async () => {
    const store = busyStore();
    const { deps } = store;
    const { commit } = deps.evolution;
    deps.evolution.commit = async (change) => {
      store.stealLease();
      return commit(change);
    };
    expect(await evolvePersona(deps, { personaId, signal })).toMatchObject({ turns: 0 });
    expect(store.memories).toEqual([]);
    expect(store.cursor).toBe(0);
  });

  it('stops between steps when it is told to', async () => {
    const store = busyStore();
    const stop = new AbortController();
    const { deps } = store;
    const { saveStep } = deps.evolution;
    deps.evolution.saveStep = async (...step) => {
      await saveStep(...step);
      stop.abort(new Error('closing'));
    };
    await expect(evolvePersona(deps, { personaId, signal: stop.signal })).rejects.toThrow(
      'closing',
    );
    expect(store.commits).toBe(0);
    expect(await evolvePersona(store.deps, { personaId, signal })).toMatchObject({ turns: 7 });
  });
});
