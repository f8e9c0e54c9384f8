import type { SpeakRequest } from '../../speaker.ts';
import { chooseLine, turnSeed } from '../choose-line.ts';
import { speakSmallTalk } from '../small-talk.ts';

const english = [
  'That I don’t know of {whom}.',
  'As to {whom}, that is more than I know.',
  'I know some things of {whom}, but not that.',
] as const;

/** Says of whom it does not know what was asked; where nobody is asked about, that there is no more. */
export function nothingMore(request: SpeakRequest): string {
  const { about, question, history, language } = request;
  if (about === undefined || language !== 'en') return speakSmallTalk(request, 'tell-more');
  const whom = about.phrase.replace(/^your(?!\p{L})/u, 'my');
  const lines = english.map((line) => line.replace('{whom}', () => whom));
  return chooseLine(lines, turnSeed(question, history), history) ?? lines[0] ?? '';
}
