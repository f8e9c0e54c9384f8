const rows = ['qwertzuiopü', 'qwertyuiop', 'asdfghjklöä', 'zxcvbnm', 'yxcvbnm'];

/** No words, one sign or word over and over, or fingers on a keyboard: nothing that could be answered. */
export function isNonsense(message: string): boolean {
  const words =
    message
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return true;
  const letters = words.filter((word) => /\p{L}/u.test(word));
  // Bare numbers and sums are no question to a person.
  if (letters.length === 0) return true;
  if (letters.length >= 3 && new Set(letters).size === 1) return true;
  return letters.length <= 6 && letters.every(isMash);
}

function isMash(word: string): boolean {
  if (!/^[\p{Script=Latin}]+$/u.test(word)) return false;
  if (word.length >= 3 && /^(.)\1+$/u.test(word)) return true;
  if (
    word.length >= 4 &&
    rows.some((row) => row.includes(word) || [...row].reverse().join('').includes(word))
  )
    return true;
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
  if (word.length >= 5 && !/[aeiouy]/u.test(bare)) return true;
  if (word.length >= 6 && /[^aeiouy]{6,}/u.test(bare)) return true;
  return word.length >= 8 && /^(.{2,4})\1{2,}$/u.test(word);
}
