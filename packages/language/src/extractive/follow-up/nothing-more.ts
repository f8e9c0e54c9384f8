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
  if (about === undefined || language !== 'en' || !isSpokenOf(request))
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

/**
 * Whom or what the persona's documents name, or somebody of its own: "That I don't know of building a small boat", or of
 * the asker's town, is nothing that anybody says.
 */
function isSpokenOf({ about, evidence }: SpeakRequest): boolean {
  if (about === undefined) return false;
  const { phrase, person } = about;
  const named = phrase.match(/(?<!\p{L})\p{Lu}[\p{L}’'-]+/gu) ?? [];
  if (named.length === 0) return person && /^your \p{Ll}+$/u.test(phrase);
  return evidence.some(({ title, text }) =>
    named.every((name) => `${title ?? ''} ${text}`.includes(name.replace(/['’]s?$/u, ''))),
  );
}
