import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateTokens } from '../embedding/endpoint/estimate-tokens.ts';
import { splitText } from './split-text.ts';

/** Tokenizers of different kinds: by word, by byte, by guess. */
const sizes: Record<string, (text: string) => number> = {
  words: (text) => text.match(/\S+/gu)?.length ?? 0,
  bytes: (text) => Buffer.byteLength(text),
  estimate: estimateTokens,
};

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.lorem({ mode: 'sentences', maxCount: 6 }),
      fc.constantFrom('\n\n', '\n', ' ', '👩🏽‍🚀'.repeat(20), '🇸🇪🇫🇮', 'ก็'.repeat(40), '字'.repeat(90)),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

describe('splitText', () => {
  it('gives pieces that end to end are the text again, none too large, whatever the text and the tokenizer', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText,
        fc.constantFrom('words', 'bytes', 'estimate'),
        fc.integer({ min: 12, max: 120 }),
        fc.constantFrom('en', 'sv', 'th', 'ja', 'und', 'no such language'),
        async (text, kind, max, language) => {
          const size = sizes[kind] ?? estimateTokens;
          const pieces = await splitText(text, { size, max, target: max * 0.7, language });
          expect(pieces.join('')).toBe(text);
          for (const piece of pieces) expect(size(piece)).toBeLessThanOrEqual(max);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never cuts between the halves of a surrogate pair', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
        async (text) => {
          const pieces = await splitText(text, {
            size: Buffer.byteLength,
            max: 12,
            target: 8,
            language: 'und',
          });
          const cuts = pieces.slice(1).map((piece, i) => `${pieces[i]?.at(-1)}${piece.charAt(0)}`);
          for (const cut of cuts) expect(cut).not.toMatch(/[\ud800-\udbff][\udc00-\udfff]/);
        },
      ),
      { numRuns: 150 },
    );
  });
});
