import type { Token } from './tokens.ts';

const adverb =
  /^(?:\p{L}+ly|also|always|never|often|still|once|soon|later|then|even|just|ever|first)$/iu;
/** Before a name these make it an object: "me", not "I". */
const objectBefore =
  /^(?:to|of|for|with|by|from|about|at|on|after|before|like|against|between|beside|behind|toward|towards|upon|than|made|gave|told|taught|sent|showed|asked|helped|met|saw|let|brought|left|offered|introduced|allowed|kept|took|inspired|encouraged|invited|convinced|struck|loved|knew|hired|paid|led|found|got|in|painted|drew|photographed|answered|wanted|watched|advised|preferred|pleased|cost|beat|defeated|praised|thanked|warned|raised|trained|chose|followed|visited|admired|respected|trusted|surprised|cured|moved|supported|accepted|recogni[sz]ed|elected)$/iu;
/** After these words a name with one of its verbs is who did it: "before Ada was one year old", "as Ada explained". */
export const opensClause = /^(?:before|after|than|as|until|like)$/iu;
const finite =
  /^(?:(?!need|exceed|proceed|succeed)\p{L}+ed|was|is|had|has|did|does|could|would|might|must|will|can|saw|knew|thought|wrote|said|put|told|came|went|left|became|began|took|made|found|felt|held)$/iu;
const auxiliary = /^(?:was|were|had|did|could|would|should|might|must|will|can|may|shall)$/iu;
/** What follows an object, and never a thing that is owned. */
const endsObject =
  /^(?:to|of|for|with|by|from|about|at|on|in|into|after|before|as|when|where|while|and|or|but|that|because|if|until|a|an|the|how|what|why|so|not|through|during|over|every|this|up|down|out|away|back|home|alone|again|well|very|more|some|several|two|three)$/iu;
/** After these "her" may be who was given something, or whose thing it is. */
const givesTwoThings =
  /^(?:taught|gave|told|sent|offered|showed|brought|lent|made|called|named|paid|bought|cost|asked|wrote|promised|left|handed|found|got)$/iu;
const belongings =
  /^(?:mother|father|mum|mom|dad|parents?|sisters?|brothers?|wife|husband|sons?|daughters?|children|family|friends?|grand\p{L}+|aunt|uncle|cousins?|life|work|notes?|home|own|first|last|name|hands?|house|job|career|boats?|books?|letters?|students?|teachers?|tutor|childhood|youth|health|death|studio|shop|garden|dogs?|cats?|team|company|films?|school|training)$/iu;
const subjectsTaught =
  /^(?:how|music|french|german|latin|english|italian|\p{L}+(?:ics|ology|etry|ebra|ese))$/iu;

/** The persona's name as the persona says it: `I`, `me`, `my`; null where the first person has no such form. */
export function spokenName(
  tokens: readonly Token[],
  index: number,
  sentence: string,
): string | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (/['’]s?$/u.test(token.text)) return 'my';
  const before = wordAt(tokens, index, -1);
  const after = wordAt(tokens, index, 1);
  // "Ada (1815–1852)", "Ada, a child of two poets,": an apposition would be left hanging.
  if (/^\s*[(,–—]/u.test(sentence.slice(token.end))) return null;
  if (before === null) return after === null || /^(?:and|or)$/iu.test(after) ? null : 'I';
  if (opensClause.test(before) && after !== null && finite.test(after)) return 'I';
  // "He was called Chuck": there the name is meant, not its bearer.
  if (/^(?:called|named|names?|nicknamed?|christened|signed|as)$/iu.test(before)) return token.text;
  if (objectBefore.test(before)) return 'me';
  // "the mathematician Ada Lovelace"
  if (/\b(?:the|a|an|young|little|old)\s\p{Ll}*\s?$/iu.test(textBefore(tokens, index))) return null;
  return after === null ? 'me' : 'I';
}

/** The persona's pronoun as the persona says it; null where it could be read in two ways. */
export function spokenPronoun(tokens: readonly Token[], index: number): string | null {
  const lower = tokens[index]?.text.toLowerCase() ?? '';
  const before = wordAt(tokens, index, -1);
  const after = tokens[index + 1]?.kind === 'mark' ? null : wordAt(tokens, index, 1);
  switch (lower) {
    case 'she':
    case 'he':
      return 'I';
    case 'herself':
    case 'himself':
      return 'myself';
    case 'hers':
      return 'mine';
    case 'him':
      return 'me';
    case 'his':
      return after === null ||
        /^(?:to|of|for|with|by|from|at|on|in|and|or|but|when|because|was|were|is|as)$/iu.test(after)
        ? 'mine'
        : 'my';
    default:
      if (after === null || endsObject.test(after) || adverb.test(after)) return 'me';
      if (before === null || !givesTwoThings.test(before) || belongings.test(after)) return 'my';
      return subjectsTaught.test(after) ? 'me' : null;
  }
}

/** Whether the pronoun at this place is what something was done to, not who did it or whose it was. */
export function isObject(tokens: readonly Token[], index: number): boolean {
  const spoken = spokenPronoun(tokens, index);
  const before = wordAt(tokens, index, -1);
  return spoken === 'me' && before !== null && !/^(?:and|or|than)$/iu.test(before);
}

/** How far a word stands from "I": right after it (adverbs aside), coordinated later on, or not at all. */
export function placeAfterSubject(
  tokens: readonly Token[],
  index: number,
): 'first' | 'coordinated' | 'none' {
  for (let i = index - 1; i >= 0; i -= 1) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'space') continue;
    if (token.kind === 'self' || /^(?:she|he)$/iu.test(token.text)) return 'first';
    if (token.kind === 'word' && adverb.test(token.text)) continue;
    return /^(?:and|or|but|then|,)$/iu.test(token.text) ? 'coordinated' : 'none';
  }
  return 'none';
}

export function isAuxiliary(word: string): boolean {
  return auxiliary.test(word);
}

/** The next word before or behind it, up to a mark. */
export function wordAt(tokens: readonly Token[], index: number, step: 1 | -1): string | null {
  for (let i = index + step; i >= 0 && i < tokens.length; i += step) {
    const token = tokens[i];
    if (token === undefined || token.kind === 'mark') return null;
    if (token.kind !== 'space') return token.text;
  }
  return null;
}

function textBefore(tokens: readonly Token[], index: number): string {
  return tokens
    .slice(Math.max(0, index - 4), index)
    .map(({ text }) => text)
    .join('');
}
