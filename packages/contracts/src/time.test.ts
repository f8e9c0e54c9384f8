import { expect, it } from '@jest/globals';
import { endOfKnowledge, latestMs } from './time.ts';

const latest = (...time: Parameters<typeof latestMs>) => new Date(latestMs(...time)).toISOString();

it.each([
  ['second', '1852-11-27T10:20:30.400Z', '1852-11-27T10:20:30.400Z'],
  ['minute', '1852-11-27T10:20:00Z', '1852-11-27T10:20:59.999Z'],
  ['day', '1852-12-31T00:00:00Z', '1852-12-31T23:59:59.999Z'],
  ['month', '1852-02-01T00:00:00Z', '1852-02-29T23:59:59.999Z'],
  ['month', '1852-12-01T00:00:00Z', '1852-12-31T23:59:59.999Z'],
  ['year', '1852-01-01T00:00:00Z', '1852-12-31T23:59:59.999Z'],
  ['year', '0044-01-01T00:00:00Z', '0044-12-31T23:59:59.999Z'],
] as const)('a time known to the %s lasts to the end of it: %s', (precision, at, end) => {
  expect(latest(at, precision)).toBe(end);
});

it('takes a knowledge date to the end of its day, and an instant as it is', () => {
  expect(endOfKnowledge('1852-11-27')).toBe('1852-11-27T23:59:59.999Z');
  expect(endOfKnowledge('1852-11-27T12:00:00Z')).toBe('1852-11-27T12:00:00Z');
});
