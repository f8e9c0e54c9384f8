import { expect, it } from '@jest/globals';
import { firstReadings } from './first-readings.ts';

it('a persona that is made again after its erasure is loading until its own first documents are read', async () => {
  let state: 'none' | 'reading' | 'read' = 'reading';
  let asked = 0;
  const isLoading = firstReadings(async () => {
    asked += 1;
    return state;
  });
  const first = { personaId: 'vera', uid: 'a' };
  const again = { personaId: 'vera', uid: 'b' };
  expect(await isLoading(first)).toBe(true);
  state = 'read';
  expect(await isLoading(first)).toBe(false);
  state = 'reading';
  expect(await isLoading(first)).toBe(false);
  expect(asked).toBe(2);
  expect(await isLoading(again)).toBe(true);
  state = 'none';
  expect(await isLoading(again)).toBe(false);
});
