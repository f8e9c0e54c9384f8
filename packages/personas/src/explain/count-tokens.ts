/** Qwen's and GPT-4's, or near to it; of English and its neighbours others' counts differ by some per cent. */
export const tokenizer = 'cl100k_base';

/** Tokens of texts, in order. */
export type CountTokens = (texts: readonly string[]) => Promise<number[]>;

/** Its table is a megabyte, and takes the third of a second that it holds up when it is first asked. */
export function openTokenCounter(): CountTokens {
  let opened: Promise<{ encode(text: string, allowed: [], refused: []): number[] }> | undefined;
  return async (texts) => {
    opened ??= openEncoding();
    const encoding = await opened;
    // Nothing in a text counts as a control token: it is data.
    return texts.map((text) => encoding.encode(text, [], []).length);
  };
}

async function openEncoding() {
  const [{ Tiktoken }, { default: ranks }] = await Promise.all([
    import('js-tiktoken/lite'),
    import('js-tiktoken/ranks/cl100k_base'),
  ]);
  return new Tiktoken(ranks);
}
