/** Special tokens at both ends, and one for luck: some tokenizers put a space before the first word. */
const aroundTokens = 3;

/**
 * Tokens of a text by a tokenizer that is not at hand, on the high side: words of Latin letters by three letters a
 * token (English has four to five), figures and signs singly, other scripts by two tokens a letter, what lies beyond
 * the basic plane (emoji) by four, which is what byte-level tokenizers make of them at worst.
 */
export function estimateTokens(text: string): number {
  let tokens = aroundTokens;
  for (const [piece] of text.matchAll(pieces)) {
    if (latinWord.test(piece)) tokens += Math.ceil(piece.length / 3);
    else for (const letter of piece) tokens += tokensOf(letter.codePointAt(0) ?? 0);
  }
  return tokens;
}

const pieces = /[a-zA-Z\u00c0-\u024f]+|\S/gu;
const latinWord = /^[a-zA-Z\u00c0-\u024f]+$/u;

function tokensOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  return codePoint > 0xffff ? 4 : 2;
}
