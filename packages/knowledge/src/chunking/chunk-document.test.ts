import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openMiniLmTokenizer } from '../embedding/minilm-tokenizer.ts';
import { chunkDocument, type Chunk } from './chunk-document.ts';

const tokenizer = openMiniLmTokenizer();
const countTokens = (text: string): number => tokenizer.encode(text).length;
const note = (text: string, title?: string) => ({
  text,
  kind: 'history' as const,
  language: 'en',
  ...(title === undefined ? {} : { title }),
});
const post = (text: string) => ({ text, kind: 'social' as const, language: 'en' });
const career = (text: string) => ({ text, kind: 'career' as const, language: 'en' });
const sentence = (i: number): string => `In year ${i} the ferry crossed the sound ${i * 3} times.`;
const paragraph = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => sentence(from + i)).join(' ');
const solid = (text: string): string => text.replace(/\s/gu, '');

describe('chunkDocument', () => {
  it('keeps what fits in one piece, a post with "# " as it is', async () => {
    await expect(chunkDocument(post('# 1 fan\n\nof the ferry'), { countTokens })).resolves.toEqual([
      { ordinal: 0, text: '# 1 fan\n\nof the ferry', headings: [] },
    ]);
  });

  it('keeps a career entry whole, with employer, role and dates, whatever its lines begin with', async () => {
    const entry =
      'I worked as master builder at Lindqvist & Daughter in Kalmar from May 1998 to June 2011.\n\n# Boats\n- 14 launched';
    await expect(chunkDocument(career(entry), { countTokens })).resolves.toEqual([
      { ordinal: 0, text: entry, headings: [] },
    ]);
  });

  it('cuts a note on one’s work at its headings, as any other note', async () => {
    const note =
      '## Who orders the parts?\n\nMarion does.\n\n## May I work alone?\n\nNever on gas.';
    const chunks = await chunkDocument(career(note), { countTokens });
    expect(chunks.map(({ text, headings }) => [headings, text])).toEqual([
      [['Who orders the parts?'], 'Marion does.'],
      [['May I work alone?'], 'Never on gas.'],
    ]);
  });

  it('puts each further piece of a long career entry under the line that says where, as what and when', async () => {
    const opening = 'I worked as pilot at the ferry company from May 1998 to June 2011.';
    const chunks = await chunkDocument(career(`${opening}\n\n${paragraph(1, 40)}`), {
      countTokens,
    });
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks[0]?.text.startsWith(opening)).toBe(true);
    expect(chunks.map((chunk) => chunk.headings)).toEqual([
      [],
      ...Array.from({ length: chunks.length - 1 }, () => [opening]),
    ]);
  });

  it('cuts a note at its headings and knows the path of each piece', async () => {
    const text =
      'Before all.\n# Youth\n\nBorn at sea.\n\n## School\nLearnt knots.\n# Work\nPiloted ferries.';
    await expect(chunkDocument(note(text, 'Youth'), { countTokens })).resolves.toEqual([
      { ordinal: 0, text: 'Before all.', headings: [] },
      { ordinal: 1, text: 'Born at sea.', headings: [] },
      { ordinal: 2, text: 'Learnt knots.', headings: ['School'] },
      { ordinal: 3, text: 'Piloted ferries.', headings: ['Work'] },
    ]);
  });

  it('keeps the words of a heading under which nothing stands, and code as it is', async () => {
    const text = '# Plans\n## Someday\n# Notes\n```\n# no heading\n```';
    await expect(chunkDocument(note(text), { countTokens })).resolves.toEqual([
      { ordinal: 0, text: 'Plans\nSomeday', headings: [] },
      { ordinal: 1, text: '```\n# no heading\n```', headings: ['Notes'] },
    ]);
  });

  it('cuts long text between paragraphs, and joins small ones', async () => {
    const text = [paragraph(1, 18), paragraph(20, 18), 'Short.', paragraph(40, 6)].join('\n\n');
    const chunks = await chunkDocument(note(text), { countTokens });
    expect(chunks.map((chunk) => chunk.text)).toEqual([
      paragraph(1, 18),
      paragraph(20, 18),
      `Short.\n\n${paragraph(40, 6)}`,
    ]);
  });

  it('cuts a long paragraph between sentences', async () => {
    const chunks = await chunkDocument(note(paragraph(100, 60)), { countTokens });
    expect(chunks.length).toBeGreaterThan(3);
    for (const { text } of chunks) {
      expect(text).toMatch(/^In year .*times\.$/u);
      expect(countTokens(text)).toBeGreaterThan(60);
    }
  });

  it('never cuts through a grapheme', async () => {
    const family = '👨‍👩‍👧‍👦';
    const chunks = await chunkDocument(post(family.repeat(400)), { countTokens });
    expect(chunks.length).toBeGreaterThan(1);
    for (const { text } of chunks) expect(text).toBe(family.repeat(text.length / family.length));
  });

  it('gives no chunk for white space', async () => {
    await expect(chunkDocument(post(' \n\t\n '), { countTokens })).resolves.toEqual([]);
  });

  it('loses no character of a post, and exceeds no limit, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const chunks = await chunkDocument(post(text), { countTokens });
        expectFit(chunks);
        expect(solid(chunks.map((chunk) => chunk.text).join(''))).toBe(solid(text));
      }),
      { numRuns: 25 },
    );
  });

  it('loses no letter of a note: what is not in the texts is in the headings', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const chunks = await chunkDocument(note(text), { countTokens });
        expectFit(chunks);
        const kept = new Set(chunks.flatMap((chunk) => [...chunk.headings, chunk.text]).join(''));
        const lost = [...solid(text)].filter((letter) => letter !== '#' && !kept.has(letter));
        expect(lost).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

const anyText = fc
  .array(
    fc.oneof(
      fc.lorem({ mode: 'sentences', maxCount: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom('\n\n', '\n', ' ', '# Title\n', '```\n', '\n## Sub\n'),
      // Just beyond what one chunk may hold: each of its letters is tried, and counted, one by one.
      fc.constantFrom('x'.repeat(2000), '字'.repeat(300)),
      fc.string({ unit: 'binary', maxLength: 80 }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

function expectFit(chunks: Chunk[]): void {
  for (const [i, chunk] of chunks.entries()) {
    expect(chunk.ordinal).toBe(i);
    expect(countTokens(chunk.text)).toBeLessThanOrEqual(240);
    expect(chunk.text.length).toBeLessThanOrEqual(240 * 8);
    expect(chunk.text).toBe(chunk.text.trim());
    expect(chunk.text).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/u);
  }
}
