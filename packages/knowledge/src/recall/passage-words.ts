import type { Passage } from '@personate/contracts';
import { analyse } from '../lexical/analyse.ts';
import { dateTerms } from '../lexical/passage-terms.ts';
import { tokenise } from '../lexical/tokenise.ts';

/** While a store gives the same object again, its words need no second counting. */
function remembered<T>(make: (passage: Passage) => T): (passage: Passage) => T {
  const known = new WeakMap<Passage, { made: T }>();
  return (passage) => {
    let entry = known.get(passage);
    if (entry === undefined) known.set(passage, (entry = { made: make(passage) }));
    return entry.made;
  };
}

/** Terms of its text with title and headings. */
export const termsOf: (passage: Passage) => readonly string[] = remembered((passage) =>
  analyse(
    [passage.title, ...passage.headings, passage.text]
      .filter((part) => part !== undefined)
      .join('\n'),
    passage.language,
  ),
);

/** Terms of its date. */
export const dateTermsOf: (passage: Passage) => readonly string[] = remembered(dateTerms);

/** Words of its text, each once. */
export const wordsOf: (passage: Passage) => ReadonlySet<string> = remembered(
  ({ text }) => new Set(tokenise(text)),
);
