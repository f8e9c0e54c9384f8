import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sourceDocumentSchema } from '@personate/contracts';
import { memoryExport, never, tell } from '../../tests/build-export.ts';
import { detectSource } from '../sources.ts';
import { personateSource } from './personate-source.ts';

const head = {
  format: 'personate-knowledge',
  version: 1,
  persona: { id: 'vera', name: 'Vera Holm' },
  revision: 3,
  digest: '',
  exportedAt: '2026-01-02T03:04:05.000Z',
  embedding: { identity: 'tiny', dimensions: 2 },
};
const document = {
  externalId: '1',
  sourceId: 'diary',
  text: 'I bought a boat.',
  kind: 'history',
  stance: 'by',
  audience: ['family'],
  visibility: 'public',
  language: 'en',
  hash: 'h',
};
const vector = Buffer.from(new Float32Array([1, 0]).buffer).toString('base64');
const embedding = { textHash: 'a'.repeat(64), vector };
const end = (documents: number) => ({ end: { documents, revision: 3 } });
const fileOf = (...lines: unknown[]) =>
  memoryExport({
    'vera.jsonl': lines
      .map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
      .join('\n'),
  });

describe('an export of knowledge', () => {
  it('is recognised by its first line, alone and in a pack', async () => {
    const text = `${JSON.stringify(head)}\n${JSON.stringify(end(0))}\n`;
    for (const files of [{ 'x.jsonl': text }, { 'pack.json': '{}', 'knowledge.jsonl': text }])
      expect((await detectSource(memoryExport(files), never)).format).toBe('personate-knowledge');
  });

  it('gives each document with the source, stance and audience that it had', async () => {
    const told = await tell(personateSource, fileOf(head, { document }, end(1)));
    const { hash: _hash, ...said } = document;
    expect(told).toEqual({
      documents: [{ ...said, place: { file: 'vera.jsonl', line: 2 } }],
      skipped: {},
      problems: [],
    });
  });

  it('gives the vectors before the document that they are for, and leaves out bad ones', async () => {
    const passage = { ordinal: 0, text: 'I bought a boat.', headings: [] };
    const passages = [
      { ...passage, embedding },
      { ...passage, embedding: { ...embedding, vector: 'AAAA' } },
      { ...passage, embedding: { ...embedding, textHash: 'short' } },
    ];
    const events = [];
    for await (const event of personateSource.read(
      fileOf(head, { document, passages }, end(1)),
      {},
      never,
    ))
      events.push(event);
    expect(events.map(({ type }) => type)).toEqual(['skipped', 'embeddings', 'document']);
    expect(events[0]).toMatchObject({ reason: 'bad-vector', count: 2 });
    expect(events[1]).toEqual({
      type: 'embeddings',
      identity: 'tiny',
      vectors: new Map([[embedding.textHash, new Float32Array([1, 0])]]),
    });
  });

  it.each([
    ['without its end', [head, { document }], 'knowledge.cut-off'],
    ['that counts more than it holds', [head, { document }, end(2)], 'knowledge.cut-off'],
    ['of a newer version', [{ ...head, version: 2 }, end(0)], 'knowledge.head'],
    ['whose first line is another', [{ document }, end(1)], 'knowledge.head'],
    ['with a line that is no JSON', [head, '{"document":', end(1)], 'knowledge.bad-line'],
    [
      'with a document of no kind',
      [head, { document: { ...document, kind: 'x' } }, end(1)],
      'knowledge.bad-line',
    ],
  ])('%s is said to be so', async (_, lines, code) => {
    const { problems } = await tell(personateSource, fileOf(...lines));
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  it('of any lines gives valid documents and stated problems, and ends', async () => {
    const line = fc.oneof(
      fc.constantFrom(head, { document }, end(1), { document, passages: [{ embedding }] }),
      fc.jsonValue(),
      fc.string(),
      fc.record({ document: fc.record({ externalId: fc.string(), text: fc.string() }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const told = await tell(personateSource, fileOf(head, ...lines));
        for (const one of told.documents) sourceDocumentSchema.parse(one);
        expect(told.problems.every(({ code }) => code.startsWith('knowledge.'))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
