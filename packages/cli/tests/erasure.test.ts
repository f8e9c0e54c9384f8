import { expect, it } from '@jest/globals';
import { openFakeApi } from './support/fake-api.ts';
import { run } from './support/run.ts';
import { erasure, erasureCheck, id } from './support/samples.ts';

it('erases nothing without being told so twice', async () => {
  await using api = await openFakeApi();
  for (const whom of [
    ['user', 'anna'],
    ['persona', 'ada'],
    ['document', 'ada', id],
  ]) {
    expect((await run(['erasure', ...whom], { url: api.url })).exitCode).toBe(2);
  }
  expect(api.lines()).toEqual([]);
  const ran = await run(['erasure', 'persona', 'ada', '--yes'], { url: api.url });
  expect(ran.out).toContain(`personate erasure verify ${id}`);
  expect(api.lines()).toEqual(['DELETE /v1/personas/ada?erase=true']);
});

it('exits with 3 when something is left of what was erased', async () => {
  await using api = await openFakeApi({
    'GET /v1/erasures/:id/check': () => ({
      ...erasureCheck,
      whole: false,
      remaining: { documents: 0, turns: 2 },
    }),
  });
  const ran = await run(['erasure', 'verify', id], { url: api.url });
  expect(ran.exitCode).toBe(3);
  expect(ran.out).toMatch(/not gone whole[\s\S]*turns +2/);
});

it('tells what went with a document from what was kept and lost its words', async () => {
  const removed = {
    documents: 1,
    passages: 3,
    turns: 10,
    reports: 2,
    versions: 0,
    trainingRuns: 1,
  };
  await using api = await openFakeApi({
    'GET /v1/erasures/:id': () => ({ ...erasure, scope: 'document' as const, removed }),
  });
  const ran = await run(['erasure', 'show', id], { url: api.url });
  expect(ran.out).toMatch(/Removed +passages 3, documents 1\n/);
  expect(ran.out).toMatch(/Kept, without its words +turns 10, reports 2\n/);
  expect(ran.out).toMatch(/Models tuned on it +1, not used any more\n/);
});
