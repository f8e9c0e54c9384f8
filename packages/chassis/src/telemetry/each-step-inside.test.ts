import { expect, it } from '@jest/globals';
import { eachStepInside } from './each-step-inside.ts';
import { LogIds } from './log-ids.ts';

it('a stream’s steps know the request that began it, asked from wherever', async () => {
  const ids = new LogIds();
  const seen: unknown[] = [];
  async function* source() {
    try {
      for (const item of ['a', 'b']) {
        seen.push(ids.current().requestId);
        yield item;
      }
    } finally {
      seen.push(`closed in ${ids.current().requestId}`);
    }
  }
  const stream = ids.run({ requestId: 'one' }, () => eachStepInside(source));
  for await (const item of stream) if (item === 'b') break;
  expect(seen).toEqual(['one', 'one', 'closed in one']);
  expect(ids.current()).toEqual({});
});
