import type { About, ChatMessage } from '@personate/language';
import { inFocus, type Pointed } from './in-focus.ts';

/** After these a "her" is a person, not whose something is. */
const noNoun =
  'in|on|at|to|for|from|with|then|there|now|when|and|or|like|as|about|by|before|after|again|well|much|so|too|first|best|most|more|often|if|while|because|up|out|away|back|down|off|over|yet|ever|still|anyway|did|was|is|do|does';

const pointing: ReadonlyArray<readonly [Pointed, RegExp]> = [
  ['she', /\b(?:she|her|hers)\b/iu],
  ['he', /\b(?:he|him|his)\b/iu],
  ['they', /\b(?:they|them|theirs?)\b/iu],
  ['it', /\b(?:it|its)\b/iu],
];

/** "When was he born?" after talk of a brother: "When was your brother Tomas born?"; null where nobody fits. */
export function replacePronoun(
  asked: string,
  history: readonly ChatMessage[],
  selfNames: readonly string[],
): { question: string; about: About } | null {
  const pointed = pointing.find(([, words]) => words.test(asked))?.[0];
  if (pointed === undefined) return withSomebody(asked, history, selfNames);
  const phrase = inFocus(pointed, history, selfNames);
  if (phrase === null) return null;
  const whose = phrase.endsWith('s') ? `${phrase}’` : `${phrase}’s`;
  const possessive = new RegExp(`\\b(?:her|his|its|their)(?= (?!(?:${noNoun})\\b)\\p{Ll})`, 'giu');
  const question = asked
    .replace(/^(?:and|but|so|or|then|ok(?:ay)?)[, ]+(?=\p{L})/iu, '')
    .replace(possessive, () => whose)
    .replace(/\b(?:hers|his|theirs)\b/giu, () => whose)
    .replace(new RegExp(pronounsFor(pointed), 'giu'), () => phrase)
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return { question, about: { phrase, person: pointed === 'she' || pointed === 'he' } };
}

const bothOf = /\b(?:you (?:two|both)|(?:both|the two) of you)\b/iu;
const together = /\byou(?= .*\btogether[\s?!.]*$)/iu;
/** "How did you meet?" */
const meeting =
  /(?<=^(?:(?:and|so|but) )?(?:how|when|where) did )you(?= (?:first )?(?:meet|marry|get (?:together|married)|fall in love|become friends)[\s?!.]*$)/iu;

/** "Did you two ever quarrel?" after talk of a friend: "Did you and Babbage ever quarrel?" */
function withSomebody(
  asked: string,
  history: readonly ChatMessage[],
  selfNames: readonly string[],
): { question: string; about: About } | null {
  const pattern = [bothOf, together, meeting].find((one) => one.test(asked));
  if (pattern === undefined) return null;
  const phrase = inFocus('he', history, selfNames) ?? inFocus('she', history, selfNames);
  if (phrase === null) return null;
  return {
    question: asked.replace(pattern, () => `you and ${phrase}`),
    about: { phrase, person: true },
  };
}

function pronounsFor(pointed: Pointed): string {
  const words = { she: 'she|her', he: 'he|him', they: 'they|them', it: 'it' };
  return `\\b(?:${words[pointed]})\\b(?!['’]s\\b)|\\b(?:${words[pointed]})(?=['’]s\\b)`;
}
