import { describe, expect, it } from '@jest/globals';
import type { SourceDocument } from '@personate/contracts';
import { isSelf, maxTextLength, normalise, type NormaliseInput } from './normalise.ts';

const input: NormaliseInput = {
  personaId: 'mara',
  sourceId: 'board',
  self: { id: '42', name: 'Mara Lind' },
  options: {},
};
const post: SourceDocument = {
  externalId: '1',
  text: 'The tide was kind to us this morning.',
  author: { name: 'Mara Lind' },
  kind: 'social',
  place: { file: 'board.jsonl', line: 1 },
};
const documentOf = (source: Partial<SourceDocument>, changes: Partial<NormaliseInput> = {}) => {
  const result = normalise({ ...input, ...changes }, { ...post, ...source });
  if (result.type !== 'document') throw new Error(JSON.stringify(result));
  return result.document;
};

describe('stance', () => {
  it('is the persona’s own where the author is self, by name or by account', () => {
    expect(documentOf({ author: { name: ' mara LIND ' } }).stance).toBe('by');
    expect(documentOf({ author: { id: '42', name: 'Someone renamed' } }).stance).toBe('by');
  });

  it('is `to` for another one’s words in a conversation, `about` elsewhere', () => {
    expect(documentOf({ author: { name: 'Tom' }, thread: 't1' }).stance).toBe('to');
    expect(documentOf({ author: { name: 'Tom' } }).stance).toBe('about');
  });

  it('is never guessed for a document that names no author', () => {
    const { author: _author, ...nameless } = post;
    expect(normalise(input, nameless)).toMatchObject({
      type: 'problem',
      code: 'document.stance-unknown',
    });
    const stated = normalise({ ...input, options: { stance: 'about' } }, nameless);
    expect(stated).toMatchObject({ type: 'document', document: { stance: 'about' } });
  });

  it('of a namesake with another account is not the persona’s', () => {
    expect(isSelf({ id: '43', name: 'Mara Lind' }, { id: '42', name: 'Mara Lind' })).toBe(false);
  });
});

describe('audience', () => {
  it('is the public for what was said in public, and nobody else’s for what was not', () => {
    expect(documentOf({}).audience).toEqual(['public']);
    expect(documentOf({ visibility: 'unlisted' }).audience).toEqual(['public']);
    expect(documentOf({ visibility: 'followers' }).audience).toEqual(['followers']);
    expect(documentOf({ visibility: 'direct' }).audience).toEqual(['direct']);
  });

  it('drops what others wrote in direct messages', () => {
    const theirs = {
      ...post,
      author: { name: 'Tom' },
      thread: 't1',
      visibility: 'direct' as const,
    };
    expect(normalise(input, theirs)).toEqual({
      type: 'skipped',
      reason: 'direct-message-of-others',
    });
  });
});

describe('identity', () => {
  it('keeps two personas, and two sources, apart under the same id', () => {
    const keys = [
      documentOf({}).documentKey,
      documentOf({}, { personaId: 'tom' }).documentKey,
      documentOf({}, { sourceId: 'blog' }).documentKey,
      documentOf({ externalId: '2' }).documentKey,
    ];
    expect(new Set(keys).size).toBe(4);
    expect(documentOf({}).documentKey).toBe(keys[0]);
  });

  it('moves the hash with what is said, not with where it stood or how it was composed', () => {
    const { hash } = documentOf({ text: 'Caf\u00e9 at noon, said the note on the door.' });
    expect(
      documentOf({
        text: 'Cafe\u0301 at noon, said the note on the door.',
        place: { file: 'b', line: 9 },
      }).hash,
    ).toBe(hash);
    expect(documentOf({ text: 'Caf\u00e9 at one, said the note on the door.' }).hash).not.toBe(
      hash,
    );
    expect(
      documentOf({
        text: 'Caf\u00e9 at noon, said the note on the door.',
        at: '2020-01-01T00:00:00Z',
      }).hash,
    ).not.toBe(hash);
  });
});

it('takes a record with NUL or half an emoji in any member, as other exports have them', () => {
  const document = documentOf({
    externalId: 'a\0b\ud83d',
    text: 'The tide was kind \ud83d to us.',
    title: 'Ti\0de \udc4d',
    author: { name: 'Mara\0 Lind' },
    thread: 't\ud83d',
    facts: { 'pl\0ace': 'quay\ud83d' },
    audience: ['fa\0mily'],
  });
  expect(document).toMatchObject({
    externalId: 'ab\ufffd',
    text: 'The tide was kind \ufffd to us.',
    title: 'Tide \ufffd',
    stance: 'by',
    thread: 't\ufffd',
    facts: { place: 'quay\ufffd' },
    audience: ['family'],
  });
  expect(documentOf({ text: 'A whole emoji \ud83d\udc4d stays.' }).text).toContain('\ud83d\udc4d');
});

it('leaves out what has no text, and refuses what is too long to be one', () => {
  expect(normalise(input, { ...post, text: ' \u0000 \n' })).toEqual({
    type: 'skipped',
    reason: 'empty',
  });
  expect(normalise(input, { ...post, text: 'a'.repeat(maxTextLength + 1) })).toMatchObject({
    type: 'problem',
    code: 'document.too-long',
  });
});

it('tells the language where there is enough to tell it by', () => {
  expect(
    documentOf({ text: 'Das Boot liegt seit gestern wieder im Wasser und ist dicht.' }).language,
  ).toBe('de');
  expect(documentOf({ text: 'Hm.' }).language).toBe('und');
  expect(documentOf({ text: 'Hm.', language: 'sv' }).language).toBe('sv');
});
