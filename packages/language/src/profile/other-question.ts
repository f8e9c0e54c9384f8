/** What is asked of somebody in the persona's life, that only a sentence of a certain shape answers. */
export type OtherSlot =
  | 'who'
  | 'married'
  | 'born'
  | 'age'
  | 'lives'
  | 'work'
  | 'alive'
  | 'children'
  | 'wed';

export interface OtherQuestion {
  slot: OtherSlot;
  /** "your brother Tomas" → `['brother', 'Tomas']`; any of them names who is meant. */
  names: string[];
  /** "your third child": of several, this one. */
  which?: string;
}

const which =
  /(?<!\p{L})(?:first|second|third|fourth|fifth|last|eldest|oldest|youngest|elder|younger)(?= \p{Ll}+$)/u;

const lead = String.raw`^(?:(?:and|so|but|ok|okay|well|tell me|can you tell me|do you know|i wonder)[,:]? )*`;
const who = String.raw`(?<who>(?:your )?[\p{L}\p{N}’'. -]{2,50}?)`;
const asks: ReadonlyArray<readonly [OtherSlot, RegExp]> = [
  ['wed', `when (?:did|were) you (?:marry|get married to|married to|wed) ${who}`],
  ['married', `(?:is|was) ${who} (?:married|single|divorced|engaged)`],
  ['married', `(?:does|did) ${who} have an? (?:wife|husband|partner|spouse)`],
  ['born', `(?:when|where|in what year|what year|in which year) was ${who} born`],
  ['age', `how old (?:is|was) ${who}|what (?:is|was) ${who}['’]s age`],
  ['age', `(?:is|was) ${who} (?:older|younger) than you`],
  ['lives', `where (?:does|did|is) ${who} (?:live|living|now|today)`],
  [
    'work',
    `what (?:does|did) ${who} do(?: (?:for (?:work|a living)|all day|as a job|professionally))?`,
  ],
  [
    'work',
    `(?:what (?:is|was) ${who}['’]s? (?:job|work|profession|trade)|where (?:does|did) ${who} work)`,
  ],
  [
    'alive',
    `is ${who} (?:still )?(?:alive|living|dead|with us)|(?:when|how) did ${who} die|did ${who} die`,
  ],
  [
    'children',
    `(?:does|did) ${who} have (?:any )?(?:children|kids|a son|a daughter|sons|daughters)`,
  ],
  ['who', `who(?: exactly)?(?: is| was|['’]s) ${who}(?: (?:to you|exactly|then|anyway|again))?`],
].map(([slot, body]) => [
  slot as OtherSlot,
  new RegExp(`${lead}(?:${numbered(body ?? '')})$`, 'iu'),
]);

/** One group may be named once only: "who" of each alternative gets its own number. */
function numbered(body: string): string {
  let count = 0;
  return body.replaceAll('(?<who>', () => `(?<who${(count += 1)}>`);
}

const noPerson =
  /^(?:you|i|it|this|that|there|here|he|she|they|we|him|her|them|me|us|your|god|the|an?)$/iu;

/** Somebody of whom the whole question asks; null for any other. */
export function otherQuestionOf(question: string, language: string): OtherQuestion | null {
  if (language !== 'en' || question.length > 120) return null;
  const plain = question
    .replace(/[\s?!.…]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  for (const [slot, pattern] of asks) {
    const groups = pattern.exec(plain)?.groups;
    if (groups === undefined) continue;
    const said = Object.values(groups).find((group) => group !== undefined) ?? '';
    const names = namesOf(said, slot);
    const one = slot === 'who' ? undefined : which.exec(said)?.[0];
    if (names.length > 0) return one === undefined ? { slot, names } : { slot, names, which: one };
  }
  return null;
}

/** "Who is the best boxer?" asks for somebody, not of somebody. */
function namesOf(said: string, slot: OtherSlot): string[] {
  const own = /^(?:your|my) /iu.test(said);
  const words = said.replace(/^(?:your|my) /iu, '').split(' ');
  const named = words.filter((word) => /^\p{Lu}\p{L}/u.test(word) && !titles.test(word));
  const kin = own ? words.filter((word) => /^\p{Ll}{3,}$/u.test(word)).slice(-1) : [];
  if (slot === 'who' && (named.length === 0 || named.length !== words.length - titled(words))) {
    return own && named.length === 0 ? kin : named.length > 0 && own ? named : [];
  }
  const found = named.length > 0 ? named.slice(-1).concat(named.slice(0, -1)) : kin;
  return found.filter((word) => !noPerson.test(word));
}

const titles = /^(?:Mr|Mrs|Ms|Miss|Dr|Lady|Lord|Sir|Professor|Captain|Uncle|Aunt)\.?$/iu;

function titled(words: readonly string[]): number {
  return words.filter((word) => titles.test(word)).length;
}
