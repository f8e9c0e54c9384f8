import { expect, it } from '@jest/globals';
import { run } from './support/run.ts';

it('a move tells what came, and leaves progress on standard error', async () => {
  const ran = await run(['move', '--from', '/data', '--uploads', '/uploads']);
  expect(ran.exitCode).toBe(0);
  expect(ran.out).toMatch(/records\.persona +1\n1 rows are moved and compared/);
  expect(ran.err).toBe('records.persona: 1 of 1\n');
});

it('a dry run says that nothing was changed', async () => {
  expect((await run(['move', '--from', '/data', '--dry-run'])).out).toContain(
    'Nothing was changed.',
  );
});

it('uploads that are not there are a problem, and a failure keeps its code and fix', async () => {
  expect((await run(['move', '--from', '/half'])).exitCode).toBe(3);
  const ran = await run(['move', '--from', '/broken', '--json']);
  expect(ran.exitCode).toBe(1);
  expect(ran.json()).toEqual({
    error: { code: 'move.no-source', message: 'None.', fix: 'Name one.' },
  });
});
