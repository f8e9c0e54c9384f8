import type { Reason } from '@personate/contracts';

/** What a decision rests on, for people. */
export const reasons: Record<Reason, string> = {
  'no-evidence': 'Nothing in its records bears on this.',
  'weak-evidence': 'Its records touch on this, but too thinly to stand on.',
  'other-subject': 'What its records say of this is about somebody else.',
  'unknown-domain': 'This lies in a field it is marked as not knowing.',
  'after-knowledge-date': 'This is later than anything it can know.',
  'off-limits': 'This is a topic that it is kept from.',
  'about-now': 'This asks for its present, and records only know the past.',
  'not-understood': 'There were no words here that it could answer to.',
  'small-talk': 'Small talk needs no evidence.',
  'synthetic-identity': 'Asked sincerely what it is, it says so.',
  'from-memory': 'From what you told it before.',
  improvised: 'Made up within its canon: no document tells it',
  'from-persona': 'From the persona itself, not from a document.',
  housekeeping: 'A client’s housekeeping; nothing was stored.',
  'model-failed': 'The model gave nothing usable, so it answered in recorded words.',
};
