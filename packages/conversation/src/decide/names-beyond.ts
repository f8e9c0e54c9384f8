import type { Recalled } from '../recall-evidence.ts';
import { namesIn } from './absent-names.ts';
import { yearsIn } from './knowledge-limits.ts';

/** "What does the table lamp Juno cost?": what is known of other lamps is not of this one. */
const oneOfItsSort = (question: string): string[] =>
  [...question.matchAll(/(?<=(?<!\p{L})the (?:\p{Ll}{3,} ){1,3})(?!I\b)\p{Lu}[\p{L}’'-]+/gu)].map(
    ([name]) => name,
  );

/**
 * Whether the question is on somebody or something by a name of several words with one in it that this knowledge has
 * nowhere, or on a year that nothing which was read is of: what is near to it all the same is on others, or on other
 * years.
 */
export function namesBeyond(
  question: string,
  { read, signals }: Pick<Recalled, 'read' | 'signals'>,
): boolean {
  const unknown = new Set(signals.unknownNames.map((name) => name.toLowerCase()));
  const isUnknown = (name: string): boolean =>
    (name.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}]+)*/gu) ?? []).some((word) =>
      unknown.has(word.replace(/['’]s$/u, '').toLowerCase()),
    );
  if ([...namesIn(question), ...oneOfItsSort(question)].some(isUnknown)) return true;
  return yearsIn(question).some(
    (year) =>
      !read.some(({ title, text, at, context }) =>
        [title, text, at, ...context.flatMap((near) => [near.text, near.at])].some(
          (part) => part?.includes(String(year)) === true,
        ),
      ),
  );
}
