import type { SpeakRequest } from '../../speaker.ts';
import type { Span } from '../build-spans.ts';
import type { Relevance } from '../judge-sentences.ts';
import { readHeaded } from './read-headed.ts';
import { readRow } from './read-row.ts';

/**
 * What answers the question by where it stands: under a heading that asks it, or in a row that it names. Null where
 * the texts are to be searched for an answer.
 */
export const readPlainly = (
  asked: Pick<SpeakRequest, 'question' | 'asked' | 'language' | 'evidence' | 'profile'> & {
    /** The asker means themselves: a row "Name: Ida Berg" tells of somebody else. */
    ofAsker?: boolean;
  },
  relevance: Pick<Relevance, 'analyse'>,
): Span | null =>
  // What everybody is asked has rules of its own.
  asked.profile === undefined ? (readHeaded(asked, relevance) ?? readRow(asked, relevance)) : null;
