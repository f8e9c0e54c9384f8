/** A quarter of a token for an ASCII character, a half where letters have accents or are Greek or Cyrillic, else somewhat more than one. */
const shares = { ascii: 0.25, alphabets: 0.5, others: 1.2 } as const;
const lastAscii = 0x7f;
const lastOfAlphabets = 0x52f;

/**
 * Tokens that a text will take, without a tokenizer: no model's own, and quick enough for every turn. `countTokens`
 * counts them by one.
 */
export function estimateTokens(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += shareOf(text, i);
  return Math.ceil(sum);
}

/** Length of the longest beginning (UTF-16 units) that is estimated at no more than these tokens. */
export function estimateUpTo(text: string, tokens: number): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    sum += shareOf(text, i);
    if (sum > tokens) return i;
  }
  return text.length;
}

function shareOf(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code <= lastAscii) return shares.ascii;
  // An ellipsis, dashes and curly quotes are as common in prose as letters.
  if (code <= lastOfAlphabets || (code >= 0x2010 && code <= 0x2027)) return shares.alphabets;
  return shares.others;
}
