import type { Embedder } from '@personate/knowledge';

/** What a text is measured by, before it is embedded. */
export type Window = Pick<Embedder, 'countTokens' | 'maxTokens'>;

/** Most tokens of a passage by the bundled tokenizer, which is what says how large a passage is. */
export const passageTokens = 240;
/** Some room in the window: the join of two pieces can cost a token more than their sum. */
const share = 15 / 16;

/** Tokens on the scale of `passageTokens`, by the tightest of the windows that the passage has to pass. */
export function measureBy(windows: readonly Window[]): (text: string) => Promise<number> {
  return async (text) => {
    let size = 0;
    for (const window of windows) {
      const tokens = await window.countTokens(text);
      const limit = Math.floor(window.maxTokens * share);
      size = Math.max(size, Math.ceil((tokens * passageTokens) / limit));
    }
    return size;
  };
}
