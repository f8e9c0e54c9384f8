import { ownOf } from '@personate/contracts';
import { cleanValue, nameValue, placeValue, slotKey } from './clean-value.ts';
import { fact } from './german-readings.ts';
import { isPet, kinPattern, kinWord, petPattern, petWord, pluralPet } from './kin-and-pets.ts';
import { isOccupation } from './person-words.ts';
import type { Reading, StatementRule } from './statement.ts';
import { rule } from './statement.ts';

const numbers = 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
const inEnglish = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const amounts: Readonly<Record<string, string>> = {
  'ein paar': 'a few',
  einige: 'some',
  mehrere: 'several',
  viele: 'many',
  ...Object.fromEntries(numbers.map((word, place) => [word, inEnglish[place] ?? word])),
};
const amountPattern = `${Object.keys(amounts).join('|')}|\\d{1,2}`;
const much = '(?:große |grosse |panische |furchtbare |ziemliche |etwas |ein bisschen |auch )*';

/** Those around them, their animals and their fears, as German speakers tell of them. */
export const germanLives: readonly StatementRule[] = [
  rule(
    `(?:mein|meine|unser|unsere) (?<who>${kinPattern}|${petPattern})(?:,? (?<name>\\p{L}{2,20}),?)? (?<rest>(?:ist|wohnt|lebt|arbeitet|studiert) .+)`,
    ({ who, name, rest }, { clause }) => aboutOne(who, name, rest, clause),
  ),
  rule(
    `(?:ich|wir) (?:habe|hab|haben|halte|halten) (?<many>${amountPattern}) (?:\\p{L}+ )?(?<who>${petPattern})`,
    ({ many = '', who = '' }) =>
      fact(
        `pet.${slotKey(petWord(who))}`,
        pluralPet(petWord(who)),
        (pets) => `The user has ${ownOf(amounts, many.toLowerCase()) ?? many} ${pets}.`,
      ),
  ),
  rule(`ich (?:habe|hab) ${much}angst vor (?:der |dem |den )?(?<value>.+)`, ({ value }) =>
    fears(value),
  ),
  rule(`ich fürchte mich (?:sehr )?vor (?:der |dem |den )?(?<value>.+)`, ({ value }) =>
    fears(value),
  ),
];

function fears(raw: string | undefined): Reading | undefined {
  const value = cleanValue(raw);
  const pointing = /^(?:das|dies\p{L}*|de[mnr]|ih[mnr]|allem?|nichts)(?!\p{L})/iu;
  if (value === undefined || pointing.test(value)) return undefined;
  return fact(`fear.${slotKey(value)}`, value, (what) => `The user is afraid of ${what}.`);
}

/** "Meine Tochter Lisa ist fünf", "meine Schwester wohnt in Graz": what is still so tomorrow. */
function aboutOne(
  who: string | undefined,
  name: string | undefined,
  rest: string | undefined,
  clause: string,
): Reading | undefined {
  if (who === undefined || rest === undefined) return undefined;
  // The pattern knows no case: a name begins with a capital where the user wrote it.
  const isName = name !== undefined && new RegExp(`${name}`, 'u').test(clause);
  if (name !== undefined && !(isName && /^\p{Lu}\p{Ll}/u.test(name))) return undefined;
  const told = translated(rest);
  const known = nameValue(name);
  if (told === undefined || (name !== undefined && known === undefined)) return undefined;
  const kind = isPet(who) ? 'pet' : 'person';
  const word = isPet(who) ? petWord(who) : kinWord(who);
  const [verb = ''] = told.split(' ');
  return {
    kind: 'fact',
    slot: `${kind}.${slotKey(word)}.${known === undefined ? verb : 'name'}`,
    text: `The user's ${word}${known === undefined ? '' : ` ${known}`} ${told}.`,
  };
}

function translated(rest: string): string | undefined {
  const age = /^ist (?<age>\p{L}+|\d{1,3})(?: jahre(?: alt)?)?$/iu.exec(rest)?.groups?.['age'];
  if (age !== undefined && /^\d+$/u.test(age)) return `is ${age}`;
  const years = age === undefined ? undefined : ownOf(amounts, age.toLowerCase());
  if (years !== undefined) return `is ${years}`;
  const place = /^(?:wohnt|lebt) in (?:der |dem )?(?<value>.+)$/iu.exec(rest)?.groups?.['value'];
  if (place !== undefined) return after('lives in', placeValue(place));
  const job = /^(?:arbeitet als (?<as>.+)|ist (?:eine? |von beruf )?(?<being>\p{L}+))$/iu.exec(
    rest,
  )?.groups;
  const what = cleanValue(job?.['as'] ?? job?.['being']);
  if (what !== undefined && (job?.['as'] !== undefined || isOccupation(what)))
    return `works as ${what}`;
  const subject = /^studiert (?<value>.+)$/iu.exec(rest)?.groups?.['value'];
  return subject === undefined ? undefined : after('studies', cleanValue(subject));
}

const after = (verb: string, value: string | undefined) =>
  value === undefined ? undefined : `${verb} ${value}`;
