import { eitherCase, literal } from '../in-pattern.ts';
import type { OtherQuestion, OtherSlot } from './other-question.ts';

const roles =
  'wife|husband|mother|father|mum|mam|dad|brothers?|sisters?|sons?|daughters?|grand(?:mother|father|son|daughter)|farmor|farfar|mormor|morfar|uncle|aunt|cousin|niece|nephew|friends?|partner|colleague|boss|neighbour|teacher|tutor|governess|coach|instructor|trainer|student|pupil|apprentice|rival|opponent|co-star|director|mentor|skipper|doctor|physician|lawyer|solicitor|secretary|maid|cook|gardener|servant|cat|dog|horse|mare|pony|boat|in-law|companion|acquaintance|correspondent';
const name = (names: readonly string[]): string =>
  `(?:${names.map((one) => eitherCase(literal(one))).join('|')})`;

const shapes: Readonly<Record<Exclude<OtherSlot, 'who'>, RegExp>> = {
  married:
    /(?<!\p{L})(?:married|marry|wife|husband|wedding|widow(?:er)?|divorced|single|bachelor|engaged)(?!\p{L})/iu,
  born: /(?<!\p{L})(?:born(?!\p{L})|gave birth to )[^.!?]*(?:\d{4}|(?<!\p{L})in \p{Lu})/u,
  age: /(?<!\p{L})born(?!\p{L})[^.!?]*\d{4}|(?<!\p{L})(?:years? (?:old|older|younger)|aged?|(?:older|younger) (?:than|brother|sister)|(?:\d+|\p{L}+teen|\p{L}+ty(?:-\p{L}+)?) years (?:old|of age)|(?:man|woman|boy|girl|lad|child|widow(?:er)?|bachelor) of (?:\d+|\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?))(?!\p{L})|(?<!\p{L})(?:elder|eldest|youngest|younger|older)(?!\p{L})/iu,
  lives: /(?<!\p{L})(?:lives?|lived|living|moved|settled|home|house)(?!\p{L})/iu,
  work: /(?<!\p{L})(?:works?|worked|job|trade|profession|bakery|shop|runs|ran|teaches|taught|does our|is an? (?:\p{Ll}+[ -]){0,3}\p{Ll}*(?:er|or|ist|ian|vet|nurse|baker|ant|man|woman|smith|wright)|became an? (?:\p{Ll}+[ -]){0,3}\p{Ll}*(?:er|or|ist|ian|vet|nurse|ant|man|woman|smith|wright)|was an? (?:\p{Ll}+[ -]){0,3}\p{Ll}*(?:er|or|ist|ian|vet|nurse|ant|man|smith|wright))(?!\p{L})/iu,
  alive:
    /(?<!\p{L})(?:died|dead|death|alive|buried|retired|funeral|still (?:lives|works|comes|writes|does))(?!\p{L})/iu,
  children: /(?<!\p{L})(?:children|kids?|sons?|daughters?|twins|child|baby)(?!\p{L})/iu,
  wed: /(?<!\p{L})(?:married|wedding|wed)(?!\p{L})/iu,
};

/** It tells that of somebody, whoever it is. */
export function tellsSlot(sentence: string, slot: OtherSlot): boolean {
  return slot !== 'who' && shapes[slot].test(sentence);
}

/** How well the sentence, as the persona would say it, answers: 0 not at all. */
export function otherFit(sentence: string, { slot, names, which }: OtherQuestion): number {
  const them = name(names);
  // "The only child of Sir Ralph" is not one of the persona's.
  const kin = names.every((one) => /^\p{Ll}/u.test(one)) ? '(?! of \\p{Lu})' : '';
  if (!new RegExp(`(?<!\\p{L})${them}(?!\\p{L})${kin}`, 'u').test(sentence)) return 0;
  if (which !== undefined && !sentence.includes(which)) return 0;
  if (slot !== 'who') {
    if (!shapes[slot].test(sentence)) return 0;
    return slot === 'wed' && !/\d{4}/u.test(sentence) ? 1 : 2;
  }
  if (roleOf(them).test(sentence) || personaOf(them).test(sentence)) return 3;
  if (isSomebody(them).test(sentence)) return 2;
  return 0;
}

/** "my wife Ruth", "Ruth is my wife", "Ruth, my wife" */
function roleOf(them: string): RegExp {
  return new RegExp(
    `(?<!\\p{L})(?:my|our)(?: \\p{Ll}+){0,3} (?:${roles}),? (?:is |was |called |named |\\p{Lu}\\p{L}+ )*${them}(?!\\p{L})|(?<!\\p{L})${them}(?: \\p{Lu}\\p{L}+)?,? (?:is |was |became )?(?:my|our)(?: [\\p{Ll}-]+){0,3} (?:${roles})(?!\\p{L})|(?<!\\p{L})(?:colleague|friend|neighbour)[:,] ${them}`,
    'u',
  );
}

/** "I was the only child of the marriage between the poet Lord Byron and …" */
function personaOf(them: string): RegExp {
  return new RegExp(
    `^I(?: am| was|,)[^.!?;:]{0,40}(?<!\\p{L})(?:child|${roles}) of [^.!?;:]{0,60}(?<!\\p{L})${them}(?!\\p{L})`,
    'u',
  );
}

/** "Kwame is the data man", "Faraday was the son of a blacksmith", "Ruth Keane, a vet" */
function isSomebody(them: string): RegExp {
  return new RegExp(
    `(?<!\\p{L})${them}(?: \\p{Lu}\\p{L}+)*(?: is| was|,) (?:an?|the|one of) \\p{L}+|(?<!\\p{L})(?:an?|the) (?:\\p{Ll}+ ){1,3}(?:\\p{Lu}\\p{L}+ )?${them}(?!\\p{L})`,
    'u',
  );
}
