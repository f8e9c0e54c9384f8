import { expect, it } from '@jest/globals';
import { measureRate } from './measure-rate.ts';

it('gives Wilson’s interval, also where all or none passed', () => {
  const some = measureRate('some', [...Array(8).fill(true), ...Array(2).fill(false)]);
  expect(some).toMatchObject({ passed: 8, of: 10, rate: 0.8 });
  expect(some.low).toBeCloseTo(0.49, 2);
  expect(some.high).toBeCloseTo(0.943, 3);
  const all = measureRate('all', Array(25).fill(true));
  expect(all.low).toBeCloseTo(0.867, 3);
  expect(all.high).toBeCloseTo(1, 9);
  expect(measureRate('none', []).rate).toBeNull();
});
