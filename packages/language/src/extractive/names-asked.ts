import type { Span } from './build-spans.ts';
import type { Asked } from './judge-sentences.ts';
import { wordsOf } from './split-sentences.ts';

/** Names in the question, in lower case; the persona's own are in half of all passages, or in none. */
export function namesAskedOf({ question, language, persona }: Asked): string[] {
  if (language !== 'en') return [];
  const self = new Set(wordsOf(persona.name.toLowerCase()));
  return [...question.matchAll(/(?<=[\p{L}\p{N},] )(?!I\b)\p{Lu}[\p{L}’'-]+/gu)]
    .map(([name]) => name.toLowerCase().replace(/['’]s$/u, ''))
    .filter((name) => !self.has(name));
}

/** Half for what its passage names, half for what it names itself. */
export function shareNamed(names: readonly string[], { originals, evidence }: Span): number {
  if (names.length === 0) return 0;
  const [own, around] = [originals.join(' '), `${evidence.title ?? ''} ${evidence.text}`].map(
    (text) => new Set(wordsOf(text.toLowerCase()).map((word) => word.replace(/['’]s$/u, ''))),
  );
  const held = names.reduce(
    (sum, name) => sum + (own?.has(name) === true ? 1 : 0) + (around?.has(name) === true ? 1 : 0),
    0,
  );
  return held / (2 * names.length);
}
