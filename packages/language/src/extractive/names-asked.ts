import type { Span } from './build-spans.ts';
import type { Asked } from './judge-sentences.ts';
import { wordsOf } from './split-sentences.ts';

/** Whoever is called so by everybody: "your father" is a name as good as his. */
const ofRelative =
  /(?<!\p{L})your (?:\p{Ll}+ )?(?<who>father|mother|husband|wife|brother|sister|son|daughter|uncle|aunt|cousin|grandfather|grandmother|nephew|niece)(?!\p{L})/iu;

/** Names in the question, in lower case; the persona's own are in half of all passages, or in none. */
export function namesAskedOf({ question, language, persona }: Asked): string[] {
  if (language !== 'en') return [];
  const self = new Set(wordsOf(persona.name.toLowerCase()));
  const named = [...question.matchAll(/(?<=[\p{L}\p{N},] )(?!I\b)\p{Lu}[\p{L}’'-]+/gu)]
    .map(([name]) => name.toLowerCase().replace(/['’]s$/u, ''))
    .filter((name) => !self.has(name));
  const relative = ofRelative.exec(question)?.groups?.['who']?.toLowerCase();
  return relative === undefined ? named : [...named, relative];
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
