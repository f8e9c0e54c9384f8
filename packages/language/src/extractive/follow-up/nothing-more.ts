import type { SpeakRequest } from '../../speaker.ts';
import { chooseLine, turnSeed } from '../choose-line.ts';
import { speakDecline } from '../decline.ts';
import { speakSmallTalk } from '../small-talk.ts';

const english = [
  'That I don’t know of {whom}.',
  'As to {whom}, that is more than I know.',
  'I know some things of {whom}, but not that.',
] as const;

/**
 * Says of whom it does not know what was asked; to "Tell me more" and "Why?" that there is no more. To anything else it does
 * not say so: what is asked may stand in another text.
 */
export function nothingMore(request: SpeakRequest): string {
  const { about, asked, question, history, language } = request;
  if (request.goesOn === true) return speakSmallTalk(request, 'tell-more');
  // "That I don't know of building a small boat" is nothing that anybody says.
  if (about === undefined || language !== 'en' || /^\p{Ll}+ing(?!\p{L})/u.test(about.phrase))
    return speakDecline({
      ...request,
      question: asked,
      decision: 'declined',
      reason: 'weak-evidence',
    });
  const whom = about.phrase.replace(/^your(?!\p{L})/u, 'my');
  const lines = english.map((line) => line.replace('{whom}', () => whom));
  return chooseLine(lines, turnSeed(question, history), history) ?? lines[0] ?? '';
}
