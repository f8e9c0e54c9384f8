import { expect, it } from '@jest/globals';
import { CoalescedRuns } from './coalesce-runs.ts';

const never = () => false;
const always = () => true;

it('runs once more after a run that was asked again, and then no more', async () => {
  const runs = new CoalescedRuns();
  const starts: Array<() => void> = [];
  const task = () => new Promise<void>((resolve) => starts.push(resolve));
  const first = runs.run('a', task, never);
  await runs.run('a', task, never);
  await runs.run('a', task, never);
  const other = runs.run('b', task, never);
  expect(starts).toHaveLength(2);
  starts[1]?.();
  await other;
  starts[0]?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(starts).toHaveLength(3);
  starts[2]?.();
  await first;
  expect(starts).toHaveLength(3);
});

it('fails as its task does, and is free again then', async () => {
  const runs = new CoalescedRuns();
  await expect(runs.run('a', () => Promise.reject(new Error('no')), never)).rejects.toThrow('no');
  let ran = false;
  await runs.run('a', async () => void (ran = true), never);
  expect(ran).toBe(true);
});

it('comes again after a final failure, when it was asked to; after another one the retry does that', async () => {
  for (const [final, expected] of [
    [always, 2],
    [never, 1],
  ] as const) {
    const runs = new CoalescedRuns();
    let count = 0;
    const task = async () => {
      count += 1;
      if (count > 1) return;
      await runs.run('a', task, final);
      throw new Error('once');
    };
    await runs.run('a', task, final).catch(() => undefined);
    expect(count).toBe(expected);
  }
});
