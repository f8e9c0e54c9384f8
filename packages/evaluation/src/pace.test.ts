import { describe, expect, it } from '@jest/globals';
import type { Reply } from './ask.ts';
import { Pace } from './pace.ts';
import { Tally } from './tally.ts';

const byModel = { text: 'Yes.', cited: [], extension: { model: 'm', decision: 'answered' } };
const reply = byModel as unknown as Reply;

/** Work that is under way until it is let go, and a clock that is set by hand. */
function desk() {
  let now = 0;
  const open: Array<() => void> = [];
  return {
    now: () => now,
    underWay: () => open.length,
    work: () => new Promise<Reply>((resolve) => open.push(() => resolve(reply))),
    /** Ends the oldest after so long. */
    async end(ms: number): Promise<void> {
      now += ms;
      open.shift()?.();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    },
  };
}

describe('replies at a time', () => {
  it('are one until a first reply has shown that the model can bear more', async () => {
    const { now, work, end, underWay } = desk();
    const pace = new Pace(now);
    const all = Array.from({ length: 6 }, () => pace.run(work));
    expect(underWay()).toBe(1);
    await end(500);
    expect(underWay()).toBe(4);
    for (let left = 0; left < 5; left += 1) await end(100);
    expect(await Promise.all(all)).toHaveLength(6);
  });

  it('stay one where a model is slow, and are one again where it becomes so', async () => {
    const { now, work, end, underWay } = desk();
    const pace = new Pace(now);
    const all = Array.from({ length: 8 }, () => pace.run(work));
    await end(30_000);
    expect(underWay()).toBe(1);
    await end(1_000);
    expect(underWay()).toBe(4);
    for (let left = 0; left < 3; left += 1) await end(60_000);
    expect(underWay()).toBe(1);
    for (let left = 0; left < 3; left += 1) await end(60_000);
    expect(await Promise.all(all)).toHaveLength(8);
  });

  it('are let through after one that failed', async () => {
    const pace = new Pace();
    await expect(pace.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await pace.run(() => Promise.resolve(reply))).toBe(reply);
  });
});

describe('what is left', () => {
  it('is told by what the replies of the model took, those of before not counted as asked', () => {
    let now = 0;
    const tally = new Tally(10, () => now);
    tally.add(reply, false);
    tally.add(reply, true);
    expect(tally.leftMs()).toBeNull();
    now = 20_000;
    tally.add(reply, true);
    expect(tally.leftMs()).toBe(7 * 10_000);
    expect(new Tally(0).leftMs()).toBeNull();
  });
});
