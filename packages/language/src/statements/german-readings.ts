import { ownOf } from '@personate/contracts';
import { asTheirs, cleanValue, nameValue, placeValue, plainValue, slotKey } from './clean-value.ts';
import { style } from './english-preferences.ts';
import { isPet, kinWord, petWord } from './kin-and-pets.ts';
import { isOccupation, isPlaceOfOrigin } from './person-words.ts';
import type { Reading } from './statement.ts';

const diets: Record<string, string> = {
  vegetarier: 'vegetarian',
  vegetarisch: 'vegetarian',
  veganer: 'vegan',
  vegan: 'vegan',
};

export function fact(
  slot: string,
  value: string | undefined,
  text: (value: string) => string,
): Reading | undefined {
  return value === undefined ? undefined : { kind: 'fact', slot, text: text(value) };
}

export function introduced(raw: string | undefined): Reading | undefined {
  const value = cleanValue(raw?.replace(/ von beruf$/iu, ''))?.replace(/^(?:eine?|der|die) /iu, '');
  if (value === undefined) return undefined;
  const diet = ownOf(diets, value.toLowerCase().replace(/in$/u, ''));
  if (diet !== undefined) return { kind: 'fact', slot: 'diet', text: `The user is ${diet}.` };
  if (/^(?:verheiratet|geschieden|single|ledig|verlobt|verwitwet)$/iu.test(value))
    return { kind: 'fact', slot: 'marital', text: `The user is ${value.toLowerCase()}.` };
  if (/^(?:im ruhestand|in rente|pensioniert)$/iu.test(value))
    return { kind: 'fact', slot: 'job', text: 'The user is retired.' };
  if (isPlaceOfOrigin(value))
    return { kind: 'fact', slot: 'nationality', text: `The user is ${value}.` };
  if (isOccupation(value)) return works(value);
  // Nouns have capitals too: only what is no word of a job or a mood, and stands alone, is a name.
  return /^\p{Lu}\p{Ll}{1,20}$/u.test(value) &&
    !/(?:er|ist|ling|heit|keit|mensch|fan|typ)$/u.test(value)
    ? fact('name', value, (name) => `The user's name is ${name}.`)
    : undefined;
}

export function lives(raw: string | undefined): Reading | undefined {
  return /^(?:nicht|hier)\b/iu.test(raw ?? '')
    ? undefined
    : fact('home', placeValue(raw), (place) => `The user lives in ${place}.`);
}

export function works(raw: string | undefined): Reading | undefined {
  return fact(
    'job',
    plainValue(raw?.replace(/^(?:eine?|der|die) /iu, '')),
    (job) => `The user works as ${job}.`,
  );
}

export function companion(who: string | undefined, raw: string | undefined): Reading | undefined {
  const name = nameValue(raw);
  if (who === undefined || name === undefined) return undefined;
  const word = isPet(who) ? petWord(who) : kinWord(who);
  return {
    kind: 'fact',
    slot: `${isPet(who) ? 'pet' : 'person'}.${slotKey(word)}.name`,
    text: `The user's ${word} is called ${name}.`,
  };
}

export function keeps(who: string | undefined): Reading | undefined {
  return who === undefined
    ? undefined
    : { kind: 'fact', slot: `pet.${petWord(who)}`, text: `The user has a ${petWord(who)}.` };
}

const verbs: Record<string, string> = {
  liebe: 'loves',
  mag: 'likes',
  hasse: 'hates',
  verabscheue: 'detests',
  nicht: 'does not like',
};

export function taste(verb: string, raw: string | undefined): Reading | undefined {
  const value = plainValue(raw?.replace(/^(?:die|den|das|meine?n?) /iu, ''));
  const told = ownOf(verbs, verb.toLowerCase());
  if (value === undefined || told === undefined || slotKey(value) === '') return undefined;
  return {
    kind: 'preference',
    slot: `taste.${slotKey(value)}`,
    text: `The user ${told} ${asTheirs(value)}.`,
  };
}

export function manner(value: string): Reading | undefined {
  if (/^(?:bitte )?(?:kurz|knapp|kürzer)\b/iu.test(value)) return style('length', 'short answers');
  if (/^(?:bitte )?(?:ausführlich|länger|im detail)\b/iu.test(value))
    return style('length', 'detailed answers');
  const language =
    /^(?:bitte )?(?:nur )?auf (?<language>deutsch|englisch|französisch|spanisch|italienisch)\b/iu.exec(
      value,
    )?.groups?.['language'];
  const names: Record<string, string> = {
    deutsch: 'German',
    englisch: 'English',
    französisch: 'French',
    spanisch: 'Spanish',
    italienisch: 'Italian',
  };
  return language === undefined
    ? undefined
    : style('language', `answers in ${names[language.toLowerCase()]}`);
}

export function over(
  slot: string,
  raw: string | undefined,
  text: (value: string) => string,
): Reading | undefined {
  const value = plainValue(raw);
  return value === undefined || slot.endsWith('.')
    ? undefined
    : { kind: 'correction', slot, text: text(value), denies: value };
}

export function petGone(
  who: string | undefined,
  text: (pet: string) => string,
): Reading | undefined {
  if (who === undefined) return undefined;
  const pet = petWord(who);
  return { kind: 'correction', slot: `pet.${pet}`, text: text(pet), closes: [`pet.${pet}.`] };
}
