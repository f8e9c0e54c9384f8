import type { NewConsent, PersonaDocument } from '@personate/contracts';
import { usageError } from '../../cli-error.ts';

export type SubjectKind = PersonaDocument['subject']['kind'];

export interface ConsentOptions {
  subject?: SubjectKind;
  basis?: string;
  evidence?: string;
}

/** Whoever says `self` states it by that: the words of it are kept as the basis. */
const ownStatement = 'I am this person, and these are my own words: stated on the command line.';
/** Of those who cannot be asked, or never lived. */
const noneNeeded = 'No living person is imitated: stated on the command line.';

/** @throws CliError where a real person's consent lacks its basis or its evidence. */
export function consentGiven(subject: SubjectKind, options: ConsentOptions): NewConsent {
  const { basis, evidence } = options;
  if (subject === 'real' && (basis === undefined || evidence === undefined)) {
    throw usageError(
      'A persona of a real, living person needs their consent.',
      'Add --basis "what they agreed to" and --evidence "where that is written down"; if it is you, --subject self.',
    );
  }
  return {
    subject,
    basis: basis ?? (subject === 'self' ? ownStatement : noneNeeded),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

export const confirmSubjectWords =
  'confirm that a persona of somebody living is to be of nobody living, and needs no consent';
