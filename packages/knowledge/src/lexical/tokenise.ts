const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
// Scripts that write no spaces between words: only they need the (slow) segmenter.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const thousands = /(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))/gu;
/** Longer "words" are keys, hashes and the like: their beginning tells them apart well enough. */
const longestToken = 64;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Words and numbers of the text: NFKC, lower case, in order; nothing is dropped but punctuation. */
export function tokenise(text: string): string[] {
  const tokens: string[] = [];
  for (const [token] of text
    .normalize('NFKC')
    .toLowerCase()
    .replace(thousands, '')
    .matchAll(word)) {
    if (!unspaced.test(token)) tokens.push(token.slice(0, longestToken));
    else
      for (const { segment, isWordLike } of segmenter.segment(token))
        if (isWordLike === true) tokens.push(segment.slice(0, longestToken));
  }
  return tokens;
}
