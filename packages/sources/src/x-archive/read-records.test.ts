import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRecords } from './read-records.ts';

async function read(text: string, chunkBytes = 16) {
  const bytes = Buffer.from(text);
  const chunks = [];
  for (let at = 0; at < bytes.length; at += chunkBytes)
    chunks.push(bytes.subarray(at, at + chunkBytes));
  const good: unknown[] = [];
  const bad: Array<[number, boolean]> = [];
  for await (const record of readRecords(Readable.from(chunks)))
    if (record.type === 'record') good.push(record.value);
    else bad.push([record.line, record.cut]);
  return { good, bad };
}

const post = (id: number) => `{"tweet":{"id":"${id}","text":"say \\"{\\"tweet\\":\\" twice"}}`;

describe('reading records', () => {
  it('loses one record where one is broken', async () => {
    const broken = [
      '{"tweet":{"id":"2",}}',
      '{"tweet":{"id":"2"}',
      '{"tweet":{"id":"2","text":"open}}',
      '{"tweet":{"id":"2"}}}',
      '"stray"',
    ];
    for (const wrong of broken) {
      const { good, bad } = await read(`x = [\n${post(1)},\n${wrong},\n${post(3)},\n${post(4)}\n]`);
      const whole = good.filter((record) => !JSON.stringify(record).includes('"id":"2"'));
      expect(whole).toEqual([1, 3, 4].map((id) => JSON.parse(post(id))));
      expect(bad.length).toBeGreaterThan(0);
      expect(bad[0]?.[0]).toBe(3);
    }
  });

  it('says that a file ends within a record', async () => {
    expect(await read(`x = [\n${post(1)},\n{"tweet":{"id"`)).toEqual({
      good: [JSON.parse(post(1))],
      bad: [[3, true]],
    });
  });

  it('takes a damaged file without failing, and keeps the records before the damage', async () => {
    const text = `x = [\n${[1, 2, 3, 4, 5].map(post).join(',\n')}\n]`;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 6, max: text.length }),
        fc.string({ maxLength: 3 }),
        fc.nat(5),
        async (at, put, cut) => {
          const { good } = await read(text.slice(0, at) + put + text.slice(at + cut));
          const before = text.slice(0, at).split(',\n').length - 1;
          expect(good.length).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});
