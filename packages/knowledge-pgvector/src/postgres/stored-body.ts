import type { Passage } from '@personate/contracts';
import { termsOf, type Candidate, type EmbeddedPassage } from '@personate/knowledge';
import { storable } from '../storable.ts';

/** What a row keeps of a passage: it whole, and beside it what recall would otherwise count or ask again. */
interface StoredBody extends Passage {
  /** The terms of its text, as `termsOf` gives them, with spaces between. */
  _terms?: string;
  /** Ids of its neighbours' neighbours, with spaces between. */
  _around?: string;
}

export function toBody(passage: EmbeddedPassage): StoredBody {
  const { vector: _vector, sentences: _sentences, around = [], ...body } = passage;
  return storable({
    ...body,
    _terms: termsOf(passage).join(' '),
    ...(around.length === 0 ? {} : { _around: around.join(' ') }),
  });
}

/** What was written before has neither. */
export function fromBody(body: StoredBody): Pick<Candidate, 'passage' | 'around'> {
  const { _terms: terms, _around: around, ...passage } = body;
  if (terms !== undefined) termsOf.know(passage, terms === '' ? [] : terms.split(' '));
  return around === undefined ? { passage } : { passage, around: around.split(' ') };
}

export type { StoredBody };
