import { expect, it } from '@jest/globals';
import type { ProblemDocument } from '@personate/contracts';
import { streamText } from './stream-text.ts';

const told: unknown[] = [];
const options = {
  heartbeat: ': still here\n\n',
  problemOf: (error: unknown) => {
    told.push(error);
    return { code: 'x' } as ProblemDocument;
  },
};

it('tells events and silences as they come, and an error as the last event', async () => {
  const text = streamText(
    (async function* () {
      yield 'a';
      yield undefined;
      throw new Error('broken');
    })(),
    options,
  );
  const seen: string[] = [];
  for await (const one of text) seen.push(one);
  expect(seen).toEqual(['a', ': still here\n\n', 'event: error\ndata: {"code":"x"}\n\n']);
});

it('a reader who leaves is no error of the source, which is ended', async () => {
  told.length = 0;
  let isEnded = false;
  const text = streamText(
    (async function* () {
      try {
        yield 'a';
        yield 'b';
      } finally {
        isEnded = true;
      }
    })(),
    options,
  );
  await text.next();
  await expect(text.throw(new Error('Premature close'))).rejects.toThrow('Premature close');
  expect([told, isEnded]).toEqual([[], true]);
});
