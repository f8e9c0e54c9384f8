import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readLines } from './read-lines.ts';

async function lines(chunks: Buffer[], maxBytes = 1000): Promise<Array<[number, string | null]>> {
  const found: Array<[number, string | null]> = [];
  for await (const { number, bytes } of readLines(Readable.from(chunks), maxBytes))
    found.push([number, bytes === null ? null : bytes.toString('latin1')]);
  return found;
}

describe('reading lines', () => {
  it('gives the same lines however the bytes come in', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', 'é') });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (content, size) => {
        const bytes = Buffer.from(content);
        const chunks = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        const expected = bytes.toString('latin1').split('\n');
        if (expected.at(-1) === '') expected.pop();
        const stripped = expected.map((line) => line.replace(/\r$/, ''));
        expect(await lines(chunks)).toEqual(stripped.map((line, at) => [at + 1, line]));
      }),
    );
  });

  it('passes over a line that is too long and goes on counting', async () => {
    const chunks = [Buffer.from('ab\nlonger '), Buffer.from('than ten bytes\nc\n')];
    expect(await lines(chunks, 10)).toEqual([
      [1, 'ab'],
      [2, null],
      [3, 'c'],
    ]);
  });
});
