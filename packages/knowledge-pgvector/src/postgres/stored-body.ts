import type { Passage } from '@personate/contracts';
import { termsOf, type EmbeddedPassage } from '@personate/knowledge';
import { storable } from '../storable.ts';

/** What a row keeps of a passage: it whole, and beside it what recall would otherwise count or ask again. */
interface StoredBody extends Passage {
  /** The terms of its text, as `termsOf` gives them, with spaces between. */
  _terms?: string;
  /** Of an earlier version: ids of its neighbours' neighbours. */
  _around?: string;
}

export function toBody(passage: EmbeddedPassage): StoredBody {
  const { vector: _vector, sentences: _sentences, ...body } = passage;
  return storable({ ...body, _terms: termsOf(passage).join(' ') });
}

/** What was written before may have neither. */
export function fromBody(body: StoredBody): Passage {
  const { _terms: terms, _around, ...passage } = body;
  if (terms !== undefined) termsOf.know(passage, terms === '' ? [] : terms.split(' '));
  return passage;
}

export type { StoredBody };
