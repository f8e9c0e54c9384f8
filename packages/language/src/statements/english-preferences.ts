import { asTheirs, cleanValue, nameValue, plainValue, slotKey } from './clean-value.ts';
import type { Reading, StatementRule } from './statement.ts';
import { preference, rule } from './statement.ts';

const very = '(?:really |absolutely |just |also |truly |always |do |quite )*';
const replies = '(?:answer|reply|respond|write|talk|speak|explain|keep)';
const short =
  'short(?:ly|er)?|brief(?:ly)?|concise(?:ly)?|to the point|in (?:a few|few) words|in one sentence';
const long = 'in (?:more |great )?detail|at length|thoroughly|longer';
const languages =
  'english|german|french|spanish|italian|portuguese|dutch|polish|swedish|danish|norwegian|finnish|turkish|russian|japanese|chinese|deutsch';

/** What English speakers like, and how they want to be spoken to. */
export const englishPreferences: readonly StatementRule[] = [
  rule(`(?:please |you can |just |you may )*call me (?<value>.+)`, ({ value }) =>
    preference('name.call', nameValue(value), (name) => `The user wants to be called ${name}.`),
  ),
  rule(`i ${very}(?<verb>love|like|enjoy|adore) (?<value>.+)`, ({ verb, value }) =>
    taste(`${verb?.toLowerCase()}s`.replace('enjoys', 'enjoys'), value),
  ),
  rule(`i ${very}(?<verb>hate|dislike|detest) (?<value>.+)`, ({ verb, value }) =>
    taste(`${verb?.toLowerCase()}s`, value),
  ),
  rule(`i ${very}(?:can't|cannot|can not) stand (?<value>.+)`, ({ value }) =>
    taste('cannot stand', value),
  ),
  rule(
    `i ${very}(?:don't|do not) (?:really |much )?(?:like|enjoy|care for) (?<value>.+)`,
    ({ value }) => taste('does not like', value),
  ),
  rule(
    `i'm (?:a |an )?(?:big |huge |great )?fan of (?<value>.+)|i am (?:a |an )?(?:big |huge |great )?fan of (?<other>.+)`,
    ({ value, other }) => taste('likes', value ?? other),
  ),
  rule(`i ${very}prefer (?<value>.+?) (?:to|over|rather than) (?<less>.+)`, ({ value, less }) => {
    const [more, other] = [plainValue(value), plainValue(less)];
    if (more === undefined || other === undefined || isReplies(more)) return undefined;
    return {
      kind: 'preference',
      slot: `taste.${slotKey(more)}`,
      text: `The user prefers ${asTheirs(more)} to ${asTheirs(other)}.`,
    };
  }),
  rule(`(?:i|i'd|i would) ${very}prefer (?<value>.+)`, ({ value }) =>
    isReplies(value ?? '') ? manner(value ?? '') : undefined,
  ),
  rule(`my favou?rite (?<what>\\p{L}+(?: \\p{L}+)?) (?:is|are) (?<value>.+)`, ({ what, value }) =>
    preference(
      `favourite.${slotKey(what ?? '')}`,
      cleanValue(value),
      (it) => `The user's favourite ${what?.toLowerCase()} is ${asTheirs(it)}.`,
    ),
  ),
  rule(
    `i ${very}(?:still |personally )?(?:think|believe|find|reckon|feel)(?: that)? (?<value>(?:\\p{L}+[ ,]){1,4}(?:is|are|was|were|should|makes?|tastes?|needs?|beats?) .+)`,
    ({ value }) => opinion(value),
  ),
  rule(
    `in my (?:humble )?opinion,? (?<value>(?:\\p{L}+[ ,]){1,4}(?:is|are|should|makes?|tastes?|needs?|beats?) .+)`,
    ({ value }) => opinion(value),
  ),
  rule(
    `(?:please )?(?:always )?${replies} (?:to )?(?:me |your answers |your replies |answers |it |everything )?(?<value>.+?)(?: please)?`,
    ({ value }) => manner(value ?? ''),
  ),
  rule(`(?:please )?be (?<value>${short})(?: please)?`, ({ value }) => manner(value ?? '')),
  rule(
    `(?:please )?(?:no|don't use|do not use|without)(?: any)? (?:emojis?|emoticons)(?: please)?`,
    () => style('emoji', 'no emoji'),
  ),
  rule(`(?:please )?use (?:simple|plain|easy) (?:words|language|english)(?: please)?`, () =>
    style('wording', 'simple words'),
  ),
];

/** What only the conversation tells ("this trail", "their work"), and what is said of the reply. */
const pointing =
  /\b(?:this|that|these|those|it|its|him|his|her|hers|them|their|theirs|one|ones)\b|^(?:how|what|when|where|why|to be honest)\b/iu;

/** What one object is to the user: a later word on it replaces the earlier. */
function taste(verb: string, said: string | undefined): Reading | undefined {
  const raw = said?.replace(/^also /iu, '');
  const toDo = /^to (?<rest>.+)$/iu.exec(raw ?? '')?.groups?.['rest'];
  const value =
    toDo === undefined ? plainValue(raw?.replace(/^(?:the|a|an|my) /iu, '')) : plainValue(toDo);
  if (value === undefined || pointing.test(value) || /^to$/iu.test(value)) return undefined;
  const object = toDo === undefined ? asTheirs(cleanValue(raw) ?? value) : `to ${asTheirs(value)}`;
  return {
    kind: 'preference',
    slot: `taste.${slotKey(value)}`,
    text: `The user ${verb} ${object}.`,
  };
}

/** What the user holds of something in the world: not of what was said, and not of themselves or the persona. */
function opinion(said: string | undefined): Reading | undefined {
  const value = cleanValue(said);
  if (value === undefined || pointing.test(value)) return undefined;
  if (
    /^(?:i|we|my|our|so|there|you|your|not|everything|nothing|someone|he|she|they)\b/iu.test(value)
  ) {
    return undefined;
  }
  const [subject = ''] = value.split(
    /\s+(?:is|are|was|were|should|makes?|tastes?|needs?|beats?)\s/iu,
  );
  return {
    kind: 'preference',
    slot: `opinion.${slotKey(subject)}`,
    text: `The user thinks that ${asTheirs(value)}.`,
  };
}

function isReplies(value: string): boolean {
  return /\b(?:answers?|repl(?:y|ies)|responses?|sentences?)\b/iu.test(value);
}

/** How a reply should be: its length, its language, nothing that touches who answers. */
function manner(value: string): Reading | undefined {
  if (value.length > 60 || /\b(?:as|like|pretend)\b/iu.test(value)) return undefined;
  if (new RegExp(`^(?:${short})\\b|^short\\p{L}* (?:answers?|replies|sentences)`, 'iu').test(value))
    return style('length', 'short answers');
  if (
    new RegExp(`^(?:${long})\\b|^(?:long|detailed)\\p{L}* (?:answers?|replies)`, 'iu').test(value)
  )
    return style('length', 'detailed answers');
  const language = new RegExp(`^(?:only )?in (?<language>${languages})\\b`, 'iu').exec(value)
    ?.groups?.['language'];
  return language === undefined
    ? undefined
    : style('language', `answers in ${capital(language === 'deutsch' ? 'german' : language)}`);
}

export function style(what: string, wanted: string): Reading {
  return { kind: 'preference', slot: `style.${what}`, text: `The user wants ${wanted}.` };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
