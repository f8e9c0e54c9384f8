import { expect, it } from '@jest/globals';
import { ExpectedError } from '@personate/contracts';
import { questionsOfOthers } from '../src/calibrate/questions-of.ts';
import { openWorld } from './memory-world.ts';

const { signal } = new AbortController();
const boat = {
  id: 'boat',
  text: 'I bought my first wooden boat from an old fisherman near the harbour in spring.',
};

it('calibration passes over other personas that cannot be opened, says whom, and asks the rest', async () => {
  const { deps } = await openWorld(undefined, undefined, [boat]);
  const { questions, passedOver } = await questionsOfOthers(deps, ['gone', 'ida'], 60, signal);
  expect(passedOver).toEqual(['gone']);
  expect(questions).toHaveLength(1);
  const away = new ExpectedError('unavailable', 'embedding.unreachable', 'It is away.', {
    fix: 'Start it.',
  });
  const closed = { ...deps, knowledge: { open: () => Promise.reject(away) } };
  expect(await questionsOfOthers(closed, ['ida'], 60, signal)).toEqual({
    questions: [],
    passedOver: ['ida'],
  });
});

it('calibration that meets a fault, or is stopped, ends', async () => {
  const { deps } = await openWorld(undefined, undefined, [boat]);
  const broken = { ...deps, knowledge: { open: () => Promise.reject(new Error('a bug')) } };
  await expect(questionsOfOthers(broken, ['ida'], 60, signal)).rejects.toThrow('a bug');
  const stopped = AbortSignal.abort(new Error('stopped'));
  await expect(questionsOfOthers(deps, ['gone'], 60, stopped)).rejects.toThrow('stopped');
});
