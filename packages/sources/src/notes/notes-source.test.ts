import { describe, expect, it } from '@jest/globals';
import { memoryExport, tell } from '../../tests/build-export.ts';
import { notesSource } from './notes-source.ts';

const read = (contents: Record<string, string | Buffer>, options = {}) =>
  tell(notesSource, memoryExport(contents), options);

describe('notes', () => {
  it('tell what their front matter states', async () => {
    const { documents } = await read({
      'life/slip.md': `---
id: slip-2019
title: The slip
date: 2019-04
author: Ines Marrow
kind: career
stance: by
audience: [family, crew]
visibility: followers
language: en
tags: boats, winter
url: https://example.org/slip
thread: harbour
---
We mended the **slip**.`,
    });
    expect(documents).toEqual([
      {
        externalId: 'slip-2019',
        title: 'The slip',
        text: 'We mended the slip.',
        author: { name: 'Ines Marrow' },
        at: '2019-04-01T00:00:00.000Z',
        atPrecision: 'month',
        kind: 'career',
        stance: 'by',
        audience: ['family', 'crew'],
        visibility: 'followers',
        language: 'en',
        facts: { tags: 'boats, winter' },
        url: 'https://example.org/slip',
        thread: 'harbour',
        place: { file: 'life/slip.md' },
      },
    ]);
  });

  it('take id, title and date from path and heading where nothing else states them', async () => {
    const { documents } = await read({
      'life/Project Notes abcdef0123456789abcdef0123456789.md': 'Words.',
      '_posts/2021-9-1-my-first-post.md': 'Words.',
      'diary/2024-05-01.md': 'Words.',
      'headed.md': '# What it was\n\nWords.',
      'plain_words.txt': 'Plain *words*.',
    });
    expect(
      documents.map(({ externalId, title, at, text }) => [externalId, title, at, text]),
    ).toEqual([
      ['_posts/2021-9-1-my-first-post', 'My first post', '2021-09-01T00:00:00.000Z', 'Words.'],
      ['diary/2024-05-01', '2024-05-01', '2024-05-01T00:00:00.000Z', 'Words.'],
      ['headed', 'What it was', undefined, 'Words.'],
      ['life/Project Notes abcdef0123456789abcdef0123456789', 'Project Notes', undefined, 'Words.'],
      ['plain_words', 'Plain words', undefined, 'Plain *words*.'],
    ]);
    expect(documents.every((note) => note.kind === 'history' && !note.stance && !note.author)).toBe(
      true,
    );
  });

  it('take the kind that the operator states, unless they state one', async () => {
    const { documents } = await read(
      { 'a.md': 'x', 'b.md': '---\nkind: career\n---\ny' },
      { kind: 'common' },
    );
    expect(documents.map((note) => note.kind)).toEqual(['common', 'career']);
  });

  it('are left out when empty or unpublished', async () => {
    const { documents, skipped } = await read({
      'empty.md': '<!-- nothing -->\n',
      'only-title.md': '# Only a title',
      'draft.md': '---\ndraft: true\n---\nx',
      'hidden.md': '---\npublished: false\n---\nx',
      '_drafts/idea.md': 'x',
    });
    expect(documents).toEqual([]);
    expect(skipped).toEqual({ empty: 2, unpublished: 3 });
  });

  it('are left out when their front matter cannot be trusted, for it may keep them from the public', async () => {
    const { documents, problems } = await read({ 'a.md': '---\naudience: [\n---\nsecret' });
    expect(documents).toEqual([]);
    expect(problems).toMatchObject([{ file: 'a.md', code: 'notes.front-matter' }]);
  });

  it('stay without a date that is unclear, and say so', async () => {
    const { documents, problems } = await read({
      '2020-01-02-a.md': '---\ndate: 03/04/2023\n---\nx',
    });
    expect(documents[0]?.at).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'notes.time-unclear' }]);
  });

  it('keep apart what would have one id, and let the first of two stated ids count', async () => {
    const { documents, problems } = await read({
      'a.md': 'one',
      'a.txt': 'two',
      'b.md': '---\nid: same\n---\nthree',
      'c.md': '---\nid: same\n---\nfour',
    });
    expect(documents.map(({ externalId, text }) => [externalId, text])).toEqual([
      ['a', 'one'],
      ['a.txt', 'two'],
      ['same', 'three'],
    ]);
    expect(problems).toMatchObject([{ file: 'c.md', code: 'notes.duplicate-id' }]);
  });

  it('have one id on every file system', async () => {
    const { documents } = await read({ 'Cafe\u0301.md': 'x' });
    expect(documents[0]?.externalId).toBe('Caf\u00E9');
  });

  it('come in the encodings that editors write', async () => {
    const { documents, problems } = await read({
      'a.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Grüße', 'utf16le')]),
      'b.txt': '\uFEFF---\ntitle: T\n---\r\nGrüße\r\n',
      'c.txt': Buffer.from('Grüße', 'latin1'),
      'd.txt': Buffer.from([0x89, 0x50, 0, 0, 1]),
    });
    expect(documents.map((note) => note.text)).toEqual(['Grüße', 'Grüße', 'Grüße']);
    expect(problems.map(({ file, code }) => [file, code])).toEqual([
      ['c.txt', 'notes.not-unicode'],
      ['d.txt', 'notes.not-text'],
    ]);
  });
});
