import { ExpectedError } from '@personate/contracts';

/**
 * What no embedder takes: cutting a text silently would lose what stands at its end, and an empty one has no meaning.
 *
 * @throws ExpectedError `embedding.empty-text`, `embedding.text-too-long`
 */
export function refuseUnfit(
  texts: readonly string[],
  window: { maxTokens: number; count: (text: string) => number },
): void {
  for (const [i, text] of texts.entries()) {
    if (text.trim() === '')
      throw new ExpectedError('invalid', 'embedding.empty-text', `Text ${i} is empty.`, {
        fix: 'Leave empty texts out.',
      });
    const tokens = window.count(text);
    if (tokens > window.maxTokens)
      throw new ExpectedError(
        'too-large',
        'embedding.text-too-long',
        `Text ${i} has ${tokens} tokens; the model takes ${window.maxTokens}.`,
        { fix: 'Split it with chunkDocument before embedding it.' },
      );
  }
}
