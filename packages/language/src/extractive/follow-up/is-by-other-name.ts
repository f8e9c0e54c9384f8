import type { About } from '../../speaker.ts';
import type { Span } from '../build-spans.ts';

const she =
  /(?<!\p{L})(?:mother|mum|mam|mom|wife|sister|daughter|grandmother|aunt|niece)(?!\p{L})/iu;
const he = /(?<!\p{L})(?:father|dad|husband|brother|son|grandfather|uncle|nephew)(?!\p{L})/iu;
const titled =
  /^(?<title>Lord|Lady|Sir|Mr|Mrs|Miss|Ms|Dr|Captain|Professor|King|Queen)\.? \p{Lu}[\p{L}’'-]+(?= )/u;

/**
 * "Lord Byron died at Missolonghi": where the reply before called the father so, and the text speaks of a father too,
 * that is him.
 */
export function isByOtherName(
  { originals, evidence }: Span,
  place: number,
  { about, called, told }: { about: About; called: RegExp; told: string },
): boolean {
  if (!about.person || /(?<!^)\p{Lu}/u.test(about.phrase)) return false;
  const named = titled.exec(originals[place] ?? '');
  const title = named?.groups?.['title'] ?? '';
  if (named === null || !told.includes(named[0]) || !called.test(evidence.text)) return false;
  const woman = /^(?:Lady|Mrs|Miss|Ms|Queen)$/u.test(title);
  return !(woman ? he : she).test(about.phrase);
}
