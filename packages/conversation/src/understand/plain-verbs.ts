type Forms = readonly [base: string, third: string, past: string, participle: string, ing: string];

const regular = (base: string): Forms => {
  const stem = base.replace(/e$/u, '');
  const ies = /[^aeiou]y$/u.test(base);
  const past = ies ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  const third = ies
    ? `${base.slice(0, -1)}ies`
    : /(?:s|sh|ch)$/u.test(base)
      ? `${base}es`
      : `${base}s`;
  return [base, third, past, past, `${stem}ing`];
};
const verbs: Readonly<Record<string, Forms>> = {
  break: ['break', 'breaks', 'broke', 'broken', 'breaking'],
  come: ['come', 'comes', 'came', 'come', 'coming'],
  cut: ['cut', 'cuts', 'cut', 'cut', 'cutting'],
  drop: ['drop', 'drops', 'dropped', 'dropped', 'dropping'],
  fall: ['fall', 'falls', 'fell', 'fallen', 'falling'],
  forgive: ['forgive', 'forgives', 'forgave', 'forgiven', 'forgiving'],
  get: ['get', 'gets', 'got', 'got', 'getting'],
  leave: ['leave', 'leaves', 'left', 'left', 'leaving'],
  lose: ['lose', 'loses', 'lost', 'lost', 'losing'],
  make: ['make', 'makes', 'made', 'made', 'making'],
  omit: ['omit', 'omits', 'omitted', 'omitted', 'omitting'],
  overcome: ['overcome', 'overcomes', 'overcame', 'overcome', 'overcoming'],
  put: ['put', 'puts', 'put', 'put', 'putting'],
  quarrel: ['quarrel', 'quarrels', 'quarrelled', 'quarrelled', 'quarrelling'],
  split: ['split', 'splits', 'split', 'split', 'splitting'],
  stand: ['stand', 'stands', 'stood', 'stood', 'standing'],
  stick: ['stick', 'sticks', 'stuck', 'stuck', 'sticking'],
  take: ['take', 'takes', 'took', 'taken', 'taking'],
  tie: ['tie', 'ties', 'tied', 'tied', 'tying'],
  understand: ['understand', 'understands', 'understood', 'understood', 'understanding'],
  throw: ['throw', 'throws', 'threw', 'thrown', 'throwing'],
};
const formsOf = (verb: string): Forms => verbs[verb] ?? regular(verb);

/**
 * Verbs of several words whose meaning is none of their parts': by their words "fall out with" is about falling. Only
 * those that have one meaning wherever they stand; `verb rest → plain with`.
 */
const table: ReadonlyArray<readonly [verb: string, rest: string, plain: string, after?: string]> = [
  ['fall', 'out with', 'quarrel', 'with'],
  ['end', 'up (?:living )?in', 'come', 'to'],
  ['turn', 'up', 'appear'],
  ['own', 'up to', 'confess', 'to'],
  ['own', 'up', 'confess'],
  ['come', 'clean', 'confess'],
  ['make', 'up with', 'forgive'],
  ['make', 'peace with', 'forgive'],
  ['get', 'along with', 'like'],
  ['make', 'friends with', 'befriend'],
  ['make', 'fun of', 'mock'],
  ['break', 'up with', 'leave'],
  ['split', 'up with', 'leave'],
  ['tie', 'the knot', 'marry'],
  ['pass', 'away', 'die'],
  ['put', 'up with', 'endure'],
  ['look', 'up to', 'admire'],
  ['look', 'down (?:up)?on', 'despise'],
  ['look', 'into', 'investigate'],
  ['look', 'after', 'care', 'for'],
  ['pick', 'on', 'tease'],
  ['stand', 'up for', 'defend'],
  ['stick', 'up for', 'defend'],
  ['take', 'after', 'resemble'],
  ['bump', 'into', 'meet'],
  ['come', 'across', 'find'],
  ['come', 'up with', 'invent'],
  ['figure', 'out', 'understand'],
  ['turn', 'down', 'refuse'],
  ['call', 'off', 'cancel'],
  ['leave', 'out', 'omit'],
  ['carry', 'out', 'perform'],
  ['cut', 'down on', 'reduce'],
  ['drop', 'out of', 'leave'],
  ['get', 'rid of', 'discard'],
  ['throw', 'away', 'discard'],
  ['get', 'over', 'overcome'],
  ['take', 'part in', 'join'],
  ['lose', '(?:your|his|her|their) temper', 'rage'],
];

const idioms = table.map(([verb, rest, plain, after = '']) => {
  const forms = formsOf(verb);
  const plainly = formsOf(plain);
  return {
    pattern: new RegExp(`\\b(${[...new Set(forms)].join('|')}) ${rest}\\b`, 'giu'),
    plainly: (form: string) =>
      [plainly[forms.indexOf(form.toLowerCase())], after].filter(Boolean).join(' '),
  };
});

/** "What is your wifes name", as it is typed. */
const possessive =
  /\b(wife|husband|mother|mum|mom|father|dad|brother|sister|son|daughter|dog|cat|friend|boat|company|band)s (?=(?:name|age|job|birthday|work|house|first|last|full)\b)/giu;

/** "Did you ever fall out with him?" as "Did you ever quarrel with him?": search and embedder read the verb by its parts. */
export function inPlainVerbs(question: string, language: string): string {
  if (language !== 'en') return question;
  const plain = question
    .replace(possessive, (_, whose: string) => `${whose}'s `)
    .replace(/\bmost (proud|happy)\b/giu, (_, word: string) =>
      word.toLowerCase() === 'proud' ? 'proudest' : 'happiest',
    )
    .replace(/\bdid you (?:ever )?write (?=an?\b|any\b|some\b)/iu, 'have you written ');
  return idioms.reduce(
    (text, { pattern, plainly }) => text.replace(pattern, (_, form: string) => plainly(form)),
    plain,
  );
}
