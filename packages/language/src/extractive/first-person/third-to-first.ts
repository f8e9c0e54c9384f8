import { genderOfWord, isGivenName, type Gender } from './person-words.ts';
import {
  isAuxiliary,
  isObject,
  opensClause,
  placeAfterSubject,
  spokenName,
  spokenPronoun,
  wordAt,
} from './spoken-word.ts';
import { tokensOf, type Token } from './tokens.ts';
import { firstPersonVerb } from './verbs.ts';
import { literal } from '../../in-pattern.ts';

export interface Subject {
  /** As written, fullest first: `Ada Lovelace`, `Lovelace`, `Ada`. */
  names: readonly string[];
  pronoun: Gender | null;
}

/**
 * A sentence of others on the persona, told by the persona: "Ada's mother taught her" → "My mother taught me".
 * null where a word may mean somebody else, or where the grammar is beyond these rules: then attribute it or leave it out.
 */
export function toFirstPerson(sentence: string, subject: Subject): string | null {
  if (/["“”«»]/u.test(sentence) || /\b(?:I|me|my|we|our|us)\b/u.test(sentence)) return null;
  const tokens = tokensOf(lastAmongTwo(sentence, subject), subject.names);
  const out: string[] = [];
  let mentioned = false;
  /** Somebody of the persona's gender was named: a pronoun may mean them. */
  let rival = beginsWithStranger(sentence, subject);
  /** The last subject was the persona, so that a coordinated verb is its verb too. */
  let ownClause = false;
  for (const [index, token] of tokens.entries()) {
    const kind = kindOf(token, subject);
    if (kind === 'mark') {
      out.push(token.text);
      continue;
    }
    if (kind === 'other') {
      rival ||= namesRival(token, subject.pronoun) && !isOwnRole(tokens, index);
      if (/^(?:that|which|who|whose|whom)$/iu.test(token.text)) ownClause = false;
      out.push(ownClause ? agreeing(tokens, index) : token.text);
      continue;
    }
    const spoken =
      kind === 'name' ? spokenName(tokens, index, sentence) : spokenPronoun(tokens, index);
    // What a rival did to "him" was not done to the rival: that would be "himself".
    if (spoken === null || (kind === 'pronoun' && rival && !isObject(tokens, index))) return null;
    mentioned = true;
    // "The cycle, as I explained, returns": what goes on is not mine.
    if (spoken === 'I')
      ownClause = kind !== 'name' || !opensClause.test(wordAt(tokens, index, -1) ?? '');
    out.push(spoken);
  }
  if (!mentioned && /\b(?:she|he|her|him|his|hers)\b/iu.test(sentence)) return null;
  const told = out.join('').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return /^I (?:and|or)\b/u.test(told) ? null : told;
}

/** "Conan O'Brien had a lever on his stage": whose name opens the sentence and does something is somebody. */
function beginsWithStranger(sentence: string, subject: Subject): boolean {
  if (subject.names.some((name) => sentence.startsWith(name))) return false;
  return /^(?:\p{Lu}[\p{L}’'-]+ ){2,3}(?:had|gave|wrote|played|said|took|kept|brought|asked|told|invited|loved|sang|made|used|put|lost|lived|called|showed|taught|helped|met|left|became|owned|ran|built|married|died|liked|wanted|thought)\b/u.test(
    sentence,
  );
}

/** "He and Charles Bronson were …" → "Charles Bronson and he were …": the speaker names himself last. */
function lastAmongTwo(sentence: string, subject: Subject): string {
  const self = subject.names.map(literal);
  const pattern = new RegExp(
    `^(${[...self, 'He', 'She'].join('|')}) and ((?:\\p{Lu}[\\p{L}’'-]+ ?)+)(?= \\p{Ll})`,
    'u',
  );
  return sentence.replace(pattern, (_, own: string, other: string) => {
    const named = subject.names.includes(own) ? own : (subject.names[0] ?? own.toLowerCase());
    return `${other.trim()} and ${named}`;
  });
}

const pronouns: Readonly<Record<Gender, ReadonlySet<string>>> = {
  she: new Set(['she', 'her', 'hers', 'herself']),
  he: new Set(['he', 'him', 'his', 'himself']),
  // "They" is too often more than one.
  they: new Set(),
};

function kindOf(token: Token, subject: Subject): 'name' | 'pronoun' | 'other' | 'mark' {
  if (token.kind === 'self') return 'name';
  if (token.kind !== 'word') return 'mark';
  const own = subject.pronoun !== null && pronouns[subject.pronoun].has(token.text.toLowerCase());
  return own ? 'pronoun' : 'other';
}

/** A relative, a title or a given name of the persona's gender, or a figure that the persona played. */
export function namesRival(token: Token, gender: Gender | null): boolean {
  const word = token.text.replace(/['’]s$/u, '');
  if (/^characters?$/iu.test(word)) return true;
  if (gender === null || genderOfWord(word) !== gender) return false;
  return isGivenName(word) ? /^\p{Lu}/u.test(word) : true;
}

/** "As a boy he …", "when he was a young man": what the persona was, nobody else. */
function isOwnRole(tokens: readonly Token[], index: number): boolean {
  if (isGivenName(tokens[index]?.text ?? '')) return false;
  const before = tokens
    .slice(0, index)
    .map(({ text }) => text)
    .join('');
  return /\b(?:as|was|is|became|being|like|himself|herself)\s(?:an?|the)\s(?:\p{L}+\s){0,2}$/iu.test(
    before,
  );
}

/** The word, as a verb of "I" where it is one. */
function agreeing(tokens: readonly Token[], index: number): string {
  const word = tokens[index]?.text ?? '';
  // "…, and fights were …": what is or was is a noun.
  if (/^(?:was|were|are)$/iu.test(wordAt(tokens, index, 1) ?? '')) return word;
  const place = placeAfterSubject(tokens, index);
  if (place === 'none' || isAuxiliary(word)) return word;
  return firstPersonVerb(word, place === 'first') ?? word;
}
