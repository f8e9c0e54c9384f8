import { removeNames } from '../embedding/remove-names.ts';
import { unableToEmbed } from '../embedding/unable-to-embed.ts';
import type { Embedder } from '../embedder.ts';

export interface EmbeddedQuestion {
  /** null: it has no words, or the embedder is unable to embed it now. */
  vector: Float32Array | null;
  /** Whether it has words at all. */
  hasWords: boolean;
  /** Whether the embedder was unable to embed it. */
  unable: boolean;
}

/** The question's vector, its participants' names left out as they are in passages. */
export async function embedQuestion(
  embedder: Embedder,
  question: { text: string; names: readonly string[] },
  signal: AbortSignal,
): Promise<EmbeddedQuestion> {
  const bare = removeNames(question.text, question.names);
  const text = /[\p{L}\p{N}]/u.test(bare) ? bare : question.text;
  if (!/[\p{L}\p{N}]/u.test(text)) return { vector: null, hasWords: false, unable: false };
  try {
    const [vector = null] = await embedder.embed([await fitted(embedder, text)], signal, {
      urgent: true,
      as: 'question',
    });
    return { vector, hasWords: true, unable: false };
  } catch (error) {
    if (!unableToEmbed(error)) throw error;
    return { vector: null, hasWords: true, unable: true };
  }
}

/** As many of its first words as the model's window takes. */
async function fitted(embedder: Embedder, text: string): Promise<string> {
  if ((await embedder.countTokens(text)) <= embedder.maxTokens) return text;
  const words = text.split(/(?<=\s)/u);
  let fits = 0;
  let tooMany = words.length + 1;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    const tokens = await embedder.countTokens(words.slice(0, middle).join(''));
    if (tokens <= embedder.maxTokens) fits = middle;
    else tooMany = middle;
  }
  // One endless word: half the window in characters is surely short enough (three tokens a character at most).
  if (fits === 0) return [...text].slice(0, Math.floor(embedder.maxTokens / 4)).join('');
  return words.slice(0, fits).join('');
}
