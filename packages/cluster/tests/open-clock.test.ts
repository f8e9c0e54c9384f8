import { afterEach, expect, it } from '@jest/globals';
import { openClock, type Clock } from '../src/open-clock.ts';

const clocks: Clock[] = [];
afterEach(() => {
  for (const clock of clocks.splice(0)) clock.close();
});

async function open(aheadMs: number) {
  const warned: object[] = [];
  const clock = await openClock({
    databaseTime: async () => Date.now() - aheadMs,
    log: { warn: (fields) => void warned.push(fields) },
  });
  clocks.push(clock);
  return { offMs: Date.now() - aheadMs - clock.now().getTime(), warned };
}

it.each([300_000, -300_000])(
  'a clock that is %i ms ahead of the database’s tells the database’s time, and is told of',
  async (aheadMs) => {
    const { offMs, warned } = await open(aheadMs);
    expect(Math.abs(offMs)).toBeLessThan(1_000);
    expect(warned).toHaveLength(1);
  },
);

it('one that is right is left as it is, without a word', async () => {
  const { offMs, warned } = await open(0);
  expect(Math.abs(offMs)).toBeLessThan(1_000);
  expect(warned).toEqual([]);
});
