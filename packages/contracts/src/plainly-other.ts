/**
 * Whether an account is plainly somebody else's than whoever is called one of these names: no word of its name or
 * handle is in theirs, nor the other way about. Names of which neither has a letter in common scripts say nothing.
 */
export function isPlainlyOther(
  account: { id?: string | undefined; name: string },
  names: readonly string[],
): boolean {
  const theirs = names.map(wordsOf).filter((words) => words.length > 0);
  const own = [account.name, account.id ?? ''].map(wordsOf).filter((words) => words.length > 0);
  if (theirs.length === 0 || own.length === 0) return false;
  return !own.some((mine) => theirs.some((words) => share(mine, words) || share(words, mine)));
}

/** "Nora" is in "norawhitfield"; initials are in everything. */
function share(words: readonly string[], others: readonly string[]): boolean {
  const whole = others.join('');
  return words.some((word) => word.length > 2 && whole.includes(word)) || words.join('') === whole;
}

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/\p{L}+/gu) ?? [];
}
