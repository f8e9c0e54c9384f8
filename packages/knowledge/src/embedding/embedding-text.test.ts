import { describe, expect, it } from '@jest/globals';
import { embeddingText } from './embedding-text.ts';

const countTokens = (text: string): number => text.split(/\s+/).length;
const options = { participants: ['Ada King', 'Mark'], countTokens, maxTokens: 12 };
const passage = (text: string, title?: string, headings: string[] = []) => ({
  text,
  headings,
  ...(title === undefined ? {} : { title }),
});

describe('embeddingText', () => {
  it('leaves the participants out, whole, in part and possessive', async () => {
    const text = 'Hey Ada, is this Mark’s boat or Ada King’s?';
    await expect(embeddingText(passage(text), options)).resolves.toBe('Hey , is this boat or ?');
  });

  it('keeps words that only look like a name', async () => {
    const text = 'Marks on paper mark the Adagio.';
    await expect(embeddingText(passage(text), options)).resolves.toBe(text);
  });

  it('keeps a text that is nothing but a name', async () => {
    await expect(embeddingText(passage('Ada!'), options)).resolves.toBe('Ada!');
  });

  it('puts title and headings before the text, as far as the window has room', async () => {
    const long = 'one two three four five six seven eight nine';
    await expect(
      embeddingText(passage('We sailed.', 'Summers', ['The lake', 'At night']), options),
    ).resolves.toBe('Summers: The lake: At night: We sailed.');
    await expect(
      embeddingText(passage(long, 'Summers', ['The lake', 'At night']), options),
    ).resolves.toBe(`At night: ${long}`);
    await expect(
      embeddingText(passage(`${long} ten eleven`, 'Summers', ['At night']), options),
    ).resolves.toBe(`${long} ten eleven`);
  });
});
