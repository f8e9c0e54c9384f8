import { expect, it } from '@jest/globals';
import { ExpectedError } from '@personate/contracts';
import type { Embedder } from '@personate/knowledge';
import { createSimilarity } from './similarity.ts';

/** Takes eight tokens at most; a character is a token, as in a script that the tokenizer does not know. */
const narrow = {
  maxTokens: 8,
  countTokens: async (text: string) => Array.from(text).length,
  embed: async (texts: readonly string[]) => {
    for (const text of texts)
      if (Array.from(text).length > 8)
        throw new ExpectedError('too-large', 'embedding.text-too-long', text, { fix: '' });
    return texts.map((text) => new Float32Array([text.startsWith('漢') ? 1 : 0, 1]));
  },
} as unknown as Embedder;

it.each([
  ['one endless word', '漢'.repeat(5_000)],
  ['words that are long', '漢漢漢漢漢漢漢漢漢漢漢漢 '.repeat(500)],
  ['emoji without a space', '🙂'.repeat(5_000)],
])('compares %s, as far as the model’s window goes', async (_, question) => {
  const compare = createSimilarity(narrow);
  const [cosine] = await compare(question, ['漢 is it'], new AbortController().signal);
  expect(cosine).toBe(question.startsWith('漢') ? 2 : 0);
});
