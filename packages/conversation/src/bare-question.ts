import { removeNames } from '@personate/knowledge';

/** Without the names of those who talk here: they are in half of all sentences, or in none. */
export function bareQuestion(question: string, names: readonly string[]): string {
  const bare = removeNames(question, names);
  return /\p{L}/u.test(bare) ? bare : question;
}
