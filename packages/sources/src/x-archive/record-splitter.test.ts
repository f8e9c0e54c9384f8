import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RecordSplitter, type SplitRecord } from './record-splitter.ts';

const recordStart = /\{\s*"tweet"\s*:/g;

function split(bytes: Buffer, chunkBytes: number, maxRecordBytes = 1_000_000): SplitRecord[] {
  const splitter = new RecordSplitter({ maxRecordBytes, recordStart });
  const records: SplitRecord[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes)
    records.push(...splitter.push(bytes.subarray(at, at + chunkBytes)));
  return [...records, ...splitter.end()];
}

const values = (records: SplitRecord[]) => records.map((record) => JSON.parse(record.text));

describe('splitting a file of records', () => {
  it('gives back every object, however the bytes come in and whatever the strings hold', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ';', '\n', '…', 'a', '😀'),
    });
    const record = fc.dictionary(nasty, fc.oneof(nasty, fc.json(), fc.array(nasty), fc.integer()));
    const suffix = fc.constantFrom('', ';', '\n', ' ;\n');
    fc.assert(
      fc.property(
        fc.array(record),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 4 }),
        suffix,
        (all, size, indent, end) => {
          const text = `window.YTD.tweets.part0 = ${JSON.stringify(all, null, indent)}${end}`;
          const records = split(Buffer.from(text), size);
          expect(records.every(({ whole }) => whole)).toBe(true);
          expect(values(records)).toEqual(JSON.parse(JSON.stringify(all)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says at which line each begins', () => {
    const text = 'x = [\n  {\n "a": 1\n },\n  { "b": "\\n" },\n\n {"c": 3} ]\n';
    expect(split(Buffer.from(text), 3).map(({ line }) => line)).toEqual([2, 5, 7]);
  });

  it('takes an object that stands alone', () => {
    expect(
      values(split(Buffer.from('var user_details =  { "id": "7", "x": {"y": []} };'), 5)),
    ).toEqual([{ id: '7', x: { y: [] } }]);
  });

  it('tells when the file was cut, within a record or between two', () => {
    const cut = split(Buffer.from('x = [{"tweet":1},{"tweet":{"id'), 7);
    expect(cut.map(({ whole }) => whole)).toEqual([true, false]);
    expect(split(Buffer.from('x = [{"tweet":1},'), 7).map(({ whole }) => whole)).toEqual([
      true,
      false,
    ]);
    expect(split(Buffer.from('x = [{"tweet":1}]'), 7).map(({ whole }) => whole)).toEqual([true]);
  });

  it('does not let a string that is never closed swallow the next record', () => {
    const text = 'x = [\n{"tweet":{"id":"1","text":"never\n}},\n{"tweet":{"id":"2"}}\n]';
    const records = split(Buffer.from(text), 11);
    expect(values(records.slice(-1))).toEqual([{ tweet: { id: '2' } }]);
  });

  it('holds no more than a record may have, and finds the next one after it', () => {
    const long = `{"tweet":{"id":"1","text":"${'x'.repeat(5000)}"}}`;
    const unclosed = `{"tweet":{"id":"3","media":[${'[1],'.repeat(2000)}`;
    const text = `x = [${long},\n{"tweet":{"id":"2"}},\n${unclosed},\n{"tweet":{"id":"4"}},\n{"tweet":{"id":"5"}}]`;
    const records = split(Buffer.from(text), 100, 1000);
    expect(records.every((record) => record.text.length <= 1100)).toBe(true);
    const ids = records.flatMap((record) =>
      [...record.text.matchAll(/"tweet":\{"id":"(\d)"/g)].map((match) => match[1]),
    );
    expect(ids).toEqual(expect.arrayContaining(['2', '4', '5']));
    expect(records.find((record) => record.text === '{"tweet":{"id":"2"}}')?.line).toBe(2);
  });

  it('takes any bytes without failing', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      '{"tweet":',
      ',',
      '=',
      '\n',
      'x'.repeat(50),
    );
    const text = fc.array(piece, { maxLength: 200 }).map((all) => Buffer.from(all.join('')));
    const bytes = fc.uint8Array().map((all) => Buffer.from(all));
    fc.assert(
      fc.property(
        fc.oneof(text, bytes),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 300 }),
        (all, size, max) => {
          const records = split(all, size, max);
          expect(records.every((record) => record.text.length <= max + 2 * size + 300)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
