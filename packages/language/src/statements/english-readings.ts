import { asTheirs, cleanValue, nameValue, placeValue, plainValue, slotKey } from './clean-value.ts';
import { isPet, kinWord, petWord, pluralPet } from './kin-and-pets.ts';
import { isOccupation, isPlaceOfOrigin } from './person-words.ts';
import type { Reading } from './statement.ts';

export function fact(
  slot: string,
  value: string | undefined,
  text: (value: string) => string,
): Reading | undefined {
  return value === undefined || slot.endsWith('.')
    ? undefined
    : { kind: 'fact', slot, text: text(value) };
}

export function named(raw: string | undefined): Reading | undefined {
  return fact('name', nameValue(raw), (name) => `The user's name is ${name}.`);
}

export function corrected(reading: Reading | undefined): Reading | undefined {
  return reading === undefined ? undefined : { ...reading, kind: 'correction' };
}

/** "I'm Anna", "I'm a nurse", "I'm German": only what cannot be a mood. */
export function introduced(raw: string | undefined): Reading | undefined {
  const value = cleanValue(raw);
  if (value === undefined) return undefined;
  const job = /^(?:now |currently )?an? (?<job>.+)$/iu.exec(value)?.groups?.['job'];
  if (job !== undefined) return isOccupation(job) ? works(job) : undefined;
  if (isPlaceOfOrigin(value))
    return { kind: 'fact', slot: 'nationality', text: `The user is ${value}.` };
  return /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?$/u.test(value) ? named(value) : undefined;
}

/** "I'm a nurse from Graz" */
export function jobAndOrigin(
  what: string | undefined,
  from: string | undefined,
): Reading[] | undefined {
  const job = introduced(what);
  const place = placeValue(from);
  if (job === undefined || place === undefined) return undefined;
  return [job, { kind: 'fact', slot: 'origin', text: `The user is from ${asTheirs(place)}.` }];
}

export function works(raw: string | undefined): Reading | undefined {
  return fact(
    'job',
    plainValue(raw),
    (job) => `The user works as ${/^[aeiou]/i.test(job) ? 'an' : 'a'} ${asTheirs(job)}.`,
  );
}

export function lives(raw: string | undefined): Reading | undefined {
  return fact('home', placeValue(raw), (place) => `The user lives in ${asTheirs(place)}.`);
}

export function born(raw: string | undefined, how: string | undefined): Reading | undefined {
  const day = dated(raw);
  if (day !== undefined) {
    const slot = /^\d{4}$/.test(day) ? 'birth.year' : 'birthday';
    return { kind: 'fact', slot, text: `The user was born ${how} ${day}.` };
  }
  return how === 'on'
    ? undefined
    : fact('birth.place', placeValue(raw), (place) => `The user was born in ${place}.`);
}

/** A day, a month or a year; nothing else. */
export function dated(raw: string | undefined): string | undefined {
  const value = (raw ?? '').replace(/[.!\s]+$/u, '').trim();
  const month = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|märz|mai|okt|dez';
  if (value.length > 30 || /\byou\b/i.test(value)) return undefined;
  return /^(?:19|20)\d{2}$/.test(value) ||
    new RegExp(`\\b(?:${month})\\p{L}*\\b`, 'iu').test(value) ||
    /^\d{1,2}[./-]\d{1,2}/.test(value)
    ? value
    : undefined;
}

export function aged(value: string | undefined, day: string): Reading | undefined {
  const age = Number(value);
  if (!(age >= 5 && age <= 120)) return undefined;
  return { kind: 'fact', slot: 'age', text: `The user was ${age} years old on ${day}.` };
}

export function allergy(raw: string | undefined): Reading | undefined {
  const value = cleanValue(raw);
  return value === undefined
    ? undefined
    : fact(`allergy.${slotKey(value)}`, value, (cause) => `The user is allergic to ${cause}.`);
}

export function companion(
  who: string | undefined,
  mod: string | undefined,
  raw: string | undefined,
): Reading | undefined {
  const name = nameValue(raw);
  if (who === undefined || name === undefined) return undefined;
  const word = isPet(who) ? petWord(who) : kinWord(who);
  const which = quality(mod);
  const slot = `${isPet(who) ? 'pet' : 'person'}.${slotKey(which + word)}.name`;
  return { kind: 'fact', slot, text: `The user's ${which}${word} is called ${name}.` };
}

export function keeps(who: string | undefined, mod: string | undefined): Reading | undefined {
  if (who === undefined) return undefined;
  const pet = petWord(who);
  return { kind: 'fact', slot: `pet.${pet}`, text: `The user has a ${mod ?? ''}${pet}.` };
}

/** "I keep two goats" */
export function herd(
  many: string | undefined,
  mod: string | undefined,
  who: string | undefined,
): Reading | undefined {
  if (many === undefined || who === undefined) return undefined;
  if (/^(?:an?|one|1)$/iu.test(many)) return keeps(who, mod);
  const pet = petWord(who);
  return {
    kind: 'fact',
    slot: `pet.${slotKey(pet)}`,
    text: `The user has ${many.toLowerCase()} ${mod ?? ''}${pluralPet(pet)}.`,
  };
}

/** "I have a sister in Oslo" */
export function relative(
  who: string | undefined,
  mod: string | undefined,
  rest: string | undefined,
): Reading | undefined {
  const where = cleanValue(rest);
  if (who === undefined || where === undefined || pointing.test(where)) return undefined;
  const kin = `${quality(mod)}${kinWord(who)}`;
  const an = /^[aeiou]/iu.test(kin) ? 'an' : 'a';
  return {
    kind: 'fact',
    slot: `person.${slotKey(kin)}`,
    text: `The user has ${an} ${kin} ${asTheirs(where)}.`,
  };
}

const pointing = /\b(?:this|that|these|those|it|its|him|his|her|hers|them|their|there|here)\b/iu;
const passing =
  /^(?:is|was) (?:so|very|really|right|wrong|here|there|sorry|happy|sad|angry|mad|fine|late|asleep|crazy|driving|making|being|coming|going|asking|waiting|not|always|never|also|the best|great|nice|amazing|awesome|wonderful|annoying)\b/iu;

/** "My daughter Lisa is five", "my sister works in Oslo": what is still so tomorrow. */
export function aboutOne(
  who: string | undefined,
  mod: string | undefined,
  name: string | undefined,
  rest: string | undefined,
  clause: string,
): Reading | undefined {
  const told = cleanValue(rest);
  if (who === undefined || told === undefined || pointing.test(told) || passing.test(told)) {
    return undefined;
  }
  // The pattern knows no case: a name begins with a capital where the user wrote it.
  const isName = name !== undefined && new RegExp(`\\b${name}\\b`, 'u').test(clause);
  if (name !== undefined && !(isName && /^\p{Lu}\p{Ll}/u.test(name))) return undefined;
  const kind = isPet(who) ? 'pet' : 'person';
  const word = `${quality(mod)}${isPet(who) ? petWord(who) : kinWord(who)}`;
  const [verb = ''] = told.split(' ');
  const called = name === undefined ? '' : ` ${name}`;
  return {
    kind: 'fact',
    slot: `${kind}.${slotKey(word)}.${name === undefined ? verb.toLowerCase() : 'name'}`,
    text: `The user's ${word}${called} ${asTheirs(told)}.`,
  };
}

function quality(mod: string | undefined): string {
  return mod === undefined || /^(?:own|dear|lovely|beautiful|little|cute)\s*$/iu.test(mod)
    ? ''
    : `${mod.trim().toLowerCase()} `;
}
