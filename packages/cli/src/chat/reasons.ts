import type { Reason } from '@personate/contracts';

/** What a decision rests on, for people. */
export const reasons: Readonly<Record<Reason, string>> = {
  'no-evidence': 'nothing in its records bears on this',
  'weak-evidence': 'its records touch on this, but too thinly to stand on',
  'other-subject': 'what its records say of this is about somebody else',
  'unknown-domain': 'this lies in a field it is marked as not knowing',
  'after-knowledge-date': 'this is later than anything it can know',
  'off-limits': 'this is a topic that it is kept from',
  'about-now': 'this asks for its present, and records only know the past',
  'not-understood': 'there were no words that it could answer to',
  'small-talk': 'small talk needs no evidence',
  'synthetic-identity': 'asked what it is, it says so',
  'from-memory': 'from what you told it before',
  improvised: 'nothing tells it: made up within its canon, and its own from now on',
  'from-persona': 'from the persona itself, not from a document',
  housekeeping: 'a client’s housekeeping; nothing was stored',
  'model-failed': 'the model gave nothing usable, so it answered in recorded words',
};
