import type { Passage } from '@personate/contracts';
import { remembered } from '../lexical/passage-terms.ts';
import { tokenise } from '../lexical/tokenise.ts';

export { dateTermsOf, termsOf } from '../lexical/passage-terms.ts';

/** Words of its text, each once. */
export const wordsOf: (passage: Passage) => ReadonlySet<string> = remembered(
  ({ text }: Passage) => new Set(tokenise(text)),
);
