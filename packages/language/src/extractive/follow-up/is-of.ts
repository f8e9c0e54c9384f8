import type { About } from '../../speaker.ts';
import type { Span } from '../build-spans.ts';
import { wordsOf } from '../split-sentences.ts';
import { eitherCase, literal } from '../../in-pattern.ts';

const titles = /^(?:Mr|Mrs|Ms|Miss|Dr|Lady|Lord|Sir|Professor|Captain|Uncle|Aunt|King|Queen|The)$/u;
const small = /^(?:your|the|any|first|second|last|old|new|own|only|best|favou?rite|with|for)$/iu;

/** How those on him call him by his given name, in a text that has the other name too. */
function callsByGivenName({ phrase, person }: About, text: string): RegExp {
  const capitals = capitalsOf(phrase);
  const [first, last] = [capitals[0], capitals.at(-1)];
  if (!person || first === undefined || last === undefined || first === last) return /(?!)/u;
  return text.includes(last)
    ? new RegExp(`(?<!\\p{L})${literal(first)}(?! \\p{Lu})(?:['’]s?)?(?!\\p{L})`, 'u')
    : /(?!)/u;
}

const wordsIn = (phrase: string): string[] => wordsOf(phrase.replace(/['’]s?(?!\p{L})/gu, ''));
const capitalsOf = (phrase: string): string[] =>
  wordsIn(phrase).filter((word) => /^[\p{Lu}\p{N}]/u.test(word) && !titles.test(word));

/** How sentences call what the phrase stands for: "your brother Tomas" is "my brother", or "Tomas". */
export function calls({ phrase, person }: About): RegExp {
  const words = wordsIn(phrase);
  const capitals = capitalsOf(phrase);
  const [first, last] = [capitals[0], capitals.at(-1)];
  const noun = words.findLast((word) => /^\p{Ll}{3,}$/u.test(word) && !small.test(word));
  const ways: string[] = [];
  if (capitals.length > 1 && !person) ways.push(capitals.map(literal).join(' '));
  else if (last !== undefined && first !== undefined) {
    ways.push(literal(last));
  }
  // "My brother Aaron" is not the brother Wieland.
  if (noun !== undefined)
    ways.push(`${eitherCase(noun)}(?! of \\p{Lu})${last === undefined ? '' : '(?!,? \\p{Lu})'}`);
  return new RegExp(`(?<!\\p{L})(?:${ways.join('|') || '(?!)'})(?:['’]s?)?(?!\\p{L})`, 'u');
}

/** Somebody else is told of. */
const ofOthers = /^(?:I|we|my|our|mein|min|mitt|mi)(?!\p{L})/iu;

/**
 * Whether that sentence of the span tells of it: by name, or in a text that does and was told last. What a text on a
 * thing says is of that thing.
 */
export function isOf(
  { originals, sentences, evidence }: Span,
  place: number,
  { about, called, recent }: { about: About; called: RegExp; recent: boolean },
): boolean {
  const original = originals[place] ?? '';
  const given = callsByGivenName(about, evidence.text);
  const told = [original, sentences[place] ?? ''];
  if (told.some((one) => called.test(one) || given.test(one))) return true;
  const [first = ''] = evidence.text.split(/(?<=[.!?])\s/u);
  const { person } = about;
  if (!person) return recent || [evidence.title ?? '', first].some((one) => called.test(one));
  if (!recent || ofOthers.test(original)) return false;
  // A note on the dog may be called by its name, and say "he" ever after.
  return (
    called.test(evidence.text) || (capitalsOf(about.phrase).length === 0 && points.test(original))
  );
}

const points = /(?<!\p{L})(?:he|she|his|her|him)(?!\p{L})/iu;
