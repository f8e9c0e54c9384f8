import { describe, expect, it } from '@jest/globals';
import { sourceDocumentSchema } from '@personate/contracts';
import fc from 'fast-check';
import { memoryExport, tell } from '../../tests/build-export.ts';
import { jsonlSource } from './jsonl-source.ts';

const read = (content: string | Buffer, options = {}) =>
  tell(jsonlSource, memoryExport({ 'talk.jsonl': content }, 37), options);

describe('jsonl', () => {
  it('reads a line with every member', async () => {
    const line = {
      id: 7,
      text: 'We moved the boat.',
      title: 'A day out',
      author: { id: 'u1', name: 'Ines' },
      time: '1:56 pm on 8 May, 2023',
      session: 'session_1',
      replyTo: 'six',
      kind: 'history',
      url: 'https://example.org/7',
      stance: 'about',
      audience: 'family',
      visibility: 'followers',
      language: 'en',
      likes: 12,
    };
    const { documents, problems } = await read(`${JSON.stringify(line)}\n`);
    expect(problems).toEqual([]);
    expect(documents).toEqual([
      {
        externalId: '7',
        text: 'We moved the boat.',
        title: 'A day out',
        author: { id: 'u1', name: 'Ines' },
        at: '2023-05-08T13:56:00.000Z',
        atPrecision: 'minute',
        thread: 'session_1',
        replyTo: 'six',
        kind: 'history',
        url: 'https://example.org/7',
        stance: 'about',
        audience: ['family'],
        visibility: 'followers',
        language: 'en',
        place: { file: 'talk.jsonl', line: 1 },
      },
    ]);
  });

  it('counts a bad line with its number and goes on', async () => {
    const { documents, problems, skipped } = await read(
      [
        '\uFEFF{"id":"a","text":"first"}',
        '',
        '{"id":"b",',
        '{"id":"c"}',
        '{"id":"d","text":"x","kind":"gossip"}',
        '{"id":"e","text":"x","time":"03/04/2023"}',
        '{"id":"f","text":"x","url":"javascript:alert(1)"}',
        '["not an object"]',
        '{"id":"g","text":"   "}',
        '{"id":"h","text":"last","author":null,"time":""}\r',
      ].join('\n'),
    );
    expect(documents.map((document) => [document.externalId, document.place.line])).toEqual([
      ['a', 1],
      ['h', 10],
    ]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'jsonl.not-json'],
      [4, 'jsonl.bad-line'],
      [5, 'jsonl.bad-line'],
      [6, 'jsonl.time-unclear'],
      [7, 'jsonl.bad-line'],
      [8, 'jsonl.bad-line'],
    ]);
    expect(skipped).toEqual({ empty: 1 });
  });

  it('refuses bytes that are no UTF-8 and lines beyond a mebibyte, one by one', async () => {
    const { documents, problems } = await read(
      Buffer.concat([
        Buffer.from('{"id":"a","text":"caf'),
        Buffer.from([0xe9]),
        Buffer.from(`"}\n{"id":"b","text":"${'x'.repeat(1024 * 1024)}"}\n{"id":"c","text":"ok"}`),
      ]),
    );
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [1, 'jsonl.not-json'],
      [2, 'jsonl.line-too-long'],
    ]);
    expect(documents.map((document) => document.externalId)).toEqual(['c']);
  });

  it('lets the first of two lines with one id count, across files', async () => {
    const files = memoryExport({
      'a.jsonl': '{"id":"1","text":"first"}\n{"id":"1","text":"second"}\n',
      'b.jsonl': '{"id":"1","text":"third"}\n{"id":"2","text":"other"}\n',
    });
    const { documents, problems } = await tell(jsonlSource, files);
    expect(documents.map((document) => document.text)).toEqual(['first', 'other']);
    expect(problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['a.jsonl', 2, 'jsonl.duplicate-id'],
      ['b.jsonl', 1, 'jsonl.duplicate-id'],
    ]);
  });

  it('does not take questions about a conversation for documents of it', async () => {
    const files = memoryExport({
      'corpus.jsonl': '{"id":"D1:1","session":"s","author":"Ann","text":"I have a dog."}\n',
      'questions.jsonl':
        '{"id":"q1","text":"Who has a dog?","answerable":true,"relevant":["D1:1"]}\n',
    });
    const { documents, skipped } = await tell(jsonlSource, files);
    expect(documents.map((document) => document.externalId)).toEqual(['D1:1']);
    expect(skipped).toEqual({ questions: 1 });
  });

  it('takes the kind from the line, then from the operator, then as said in public', async () => {
    const content = '{"id":"a","text":"x","kind":"career"}\n{"id":"b","text":"y"}\n';
    const kinds = async (options: object) =>
      (await read(content, options)).documents.map((document) => document.kind);
    expect(await kinds({})).toEqual(['career', 'social']);
    expect(await kinds({ kind: 'history' })).toEqual(['career', 'history']);
  });

  it('tells of any bytes only valid documents, and never fails', async () => {
    const line = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({ id: fc.anything(), text: fc.anything(), time: fc.anything() })
        .map((value) => JSON.stringify(value) ?? ''),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (all) => {
        const { documents } = await read(all.join('\n'));
        const valid = documents.every((told) => sourceDocumentSchema.safeParse(told).success);
        expect(valid).toBe(true);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await expect(read(Buffer.from(bytes))).resolves.toBeDefined();
      }),
    );
  });
});
