import { expect, it } from '@jest/globals';
import { documentSchema, passageSchema } from '@personate/contracts';
import { chunkPassages } from './chunk-passages.ts';

const byWords = {
  maxTokens: 60,
  countTokens: async (text: string) => (text.match(/\S+/gu)?.length ?? 0) + 2,
};
const document = (more: object) =>
  documentSchema.parse({
    personaId: 'mara',
    sourceId: 'diary',
    documentKey: '7b1f8d43-8f0e-5b57-9d2a-0d0f3c4f1f7c',
    externalId: 'entry-1',
    hash: 'hash',
    text: 'The tide was low.',
    author: { id: 'm', name: 'Mara Lindqvist' },
    at: '1998-05-01T00:00:00Z',
    atPrecision: 'month',
    kind: 'history',
    stance: 'by',
    audience: ['family'],
    visibility: 'public',
    language: 'sv',
    url: 'https://example.org/1',
    ...more,
  });

it('tells each passage its document, its place in it, author, time, kind, language and who may see it', async () => {
  const text = Array.from(
    { length: 12 },
    (_, i) => `On day ${i} the ferry crossed the sound again.`,
  ).join(' ');
  const passages = await chunkPassages([byWords], document({ text, title: 'Ferries' }));
  expect(passages.length).toBeGreaterThan(2);
  for (const [ordinal, passage] of passages.entries()) {
    expect(passageSchema.parse(passage)).toMatchObject({
      ordinal,
      externalId: 'entry-1',
      sourceId: 'diary',
      title: 'Ferries',
      author: { name: 'Mara Lindqvist' },
      at: '1998-05-01T00:00:00Z',
      atPrecision: 'month',
      kind: 'history',
      stance: 'by',
      language: 'sv',
      audience: ['family'],
      url: 'https://example.org/1',
    });
    const near = passages.map((one) => one.passageId);
    expect(passage.before).toEqual(near.slice(Math.max(0, ordinal - 2), ordinal).toReversed());
    expect(passage.after).toEqual(near.slice(ordinal + 1, ordinal + 3));
  }
});

it('makes no passage larger than the smallest of the windows takes, nor larger for a large one', async () => {
  const text = Array.from({ length: 60 }, (_, i) => `On day ${i} the ferry crossed again.`).join(
    ' ',
  );
  const wide = { ...byWords, maxTokens: 8_000 };
  const usual = { ...byWords, maxTokens: 256 };
  const of = async (...windows: Array<typeof wide>) =>
    (await chunkPassages(windows, document({ text }))).map((passage) => passage.text);
  expect(await of(usual, wide)).toEqual(await of(usual));
  for (const piece of await of(usual, wide, byWords))
    expect(await byWords.countTokens(piece)).toBeLessThanOrEqual(byWords.maxTokens);
});

it('leaves a message of a thread whole, its neighbours to the thread', async () => {
  const [passage, ...more] = await chunkPassages(
    [byWords],
    document({ text: '# no heading\n\nSee you at the pier.', kind: 'social', thread: 't1' }),
  );
  expect(more).toEqual([]);
  expect(passage).toMatchObject({
    text: '# no heading\n\nSee you at the pier.',
    thread: 't1',
    before: [],
    after: [],
  });
});
