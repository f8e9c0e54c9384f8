import { asTheirs, cleanValue, nameValue, placeValue, plainValue, slotKey } from './clean-value.ts';
import { isPet, kinPattern, kinWord, petPattern, petWord } from './kin-and-pets.ts';
import { isOccupation, isPlaceOfOrigin } from './person-words.ts';
import type { Reading, StatementRule } from './statement.ts';
import { rule } from './statement.ts';

const am = `i(?:'m| am)`;
const called = `(?:'s name is|'s called|s name is| is called| is named|'s named| goes by)`;
const count = '(?:an?|one|two|three|four|five|six|seven|\\d{1,2})';
const children =
  'kids?|child(?:ren)?|sons?|daughters?|boys?|girls?|twins|grandchild(?:ren)?|brothers?|sisters?|siblings?';
const diets =
  'vegetarian|vegan|pescatarian|lactose intolerant|gluten intolerant|coeliac|celiac|teetotal';
const states = 'diabetic|deaf|blind|colou?r-?blind|left-handed|dyslexic|pregnant';

/** What English speakers state about themselves. */
export const englishFacts: readonly StatementRule[] = [
  rule(`my (?:full |first |real )?name(?:'s| is) (?<value>.+)`, ({ value }) => named(value)),
  rule(
    `my (?:full |first |real )?name (?:isn't|is not) .{1,40}?(?:[,;:–—-]| but) ?(?:it's|it is)? ?(?<value>.+)`,
    ({ value }) => corrected(named(value)),
  ),
  rule(`${am} called (?<value>.+)`, ({ value }) => named(value)),
  rule(`${am} (?<value>.+)`, ({ value }) => introduced(value)),
  rule(
    `(?:i|we|${am}|we're|we are)(?: currently| now| still)? (?:live|living|based|reside) (?:in|at|near|on) (?<value>.+)`,
    ({ value }) => lives(value),
  ),
  rule(
    `(?:i|i've|i have|we|we've|we have)(?: just| recently| now)? moved (?:back )?to (?<value>.+)`,
    ({ value }) => lives(value),
  ),
  rule(`(?:${am}|i come)(?: originally)? from (?<value>.+)`, ({ value }) =>
    fact('origin', placeValue(value), (place) => `The user is from ${place}.`),
  ),
  rule(`i grew up (?<where>in|near|on) (?<value>.+)`, ({ value, where }) =>
    fact('childhood', placeValue(value), (place) => `The user grew up ${where} ${place}.`),
  ),
  rule(`i was born (?<how>in|on|at) (?<value>.+)`, ({ value, how }) => born(value, how)),
  rule(`my birthday(?:'s| is)(?: on| in)? (?:the )?(?<value>.+)`, ({ value }) =>
    fact('birthday', dated(value), (day) => `The user's birthday is ${day}.`),
  ),
  rule(
    `(?:${am}|i(?:'ve)? (?:just )?turned) (?<value>\\d{1,3})(?: years old| years of age)?(?: today)?`,
    ({ value }, { day }) => aged(value, day),
  ),
  rule(`(?:i|${am})(?: currently| now)? work(?:ing)? as (?:an? |the )?(?<value>.+)`, ({ value }) =>
    works(value),
  ),
  rule(`my (?:job|profession|occupation) is (?:being )?(?:an? )?(?<value>.+)`, ({ value }) =>
    works(value),
  ),
  rule(
    `(?:i|${am})(?: currently| now)? work(?:ing)? (?<how>at|for) (?<value>.+)`,
    ({ value, how }) =>
      fact('employer', placeValue(value), (place) => `The user works ${how} ${asTheirs(place)}.`),
  ),
  rule(`(?:i|${am})(?: currently| now)? stud(?:y|ying) (?<value>.+)`, ({ value }) =>
    fact('study', plainValue(value), (subject) => `The user studies ${subject}.`),
  ),
  rule(`${am}(?: now| already)? retired`, () => ({
    kind: 'fact',
    slot: 'job',
    text: 'The user is retired.',
  })),
  rule(
    `${am}(?: now| happily| newly)? (?<value>married|single|divorced|engaged|widowed)(?: to (?<who>.+))?`,
    ({ value, who }) => {
      const name = nameValue(who);
      return {
        kind: 'fact',
        slot: 'marital',
        text: `The user is ${value}${name === undefined ? '' : ` to ${name}`}.`,
      };
    },
  ),
  rule(`${am}(?: a| an)?(?: strict)? (?<value>${diets})`, ({ value }) =>
    fact('diet', value, (diet) => `The user is ${diet}.`),
  ),
  rule(`${am} (?<value>${states})`, ({ value }) =>
    fact(`health.${slotKey(value ?? '')}`, value, (state) => `The user is ${state}.`),
  ),
  rule(`${am}(?: very| severely| badly| also)? allergic to (?<value>.+)`, ({ value }) =>
    allergy(value),
  ),
  rule(`i have an? (?<value>.+?) allergy`, ({ value }) => allergy(value)),
  rule(`i speak (?<value>.+)`, ({ value }) =>
    fact('languages', cleanValue(value), (spoken) => `The user speaks ${spoken}.`),
  ),
  rule(
    `my (?:native|first) language is (?<value>.+)|my mother tongue is (?<other>.+)`,
    ({ value, other }) =>
      fact(
        'language.native',
        plainValue(value ?? other),
        (spoken) => `The user's first language is ${spoken}.`,
      ),
  ),
  rule(`i (?:also )?play (?<value>.+)`, ({ value }) =>
    fact(
      `plays.${slotKey(cleanValue(value) ?? '')}`,
      cleanValue(value),
      (game) => `The user plays ${game}.`,
    ),
  ),
  rule(`my (?:hobby is|hobbies are) (?<value>.+)`, ({ value }) =>
    fact('hobby', cleanValue(value), (hobby) => `The user's hobby is ${hobby}.`),
  ),
  rule(
    `(?:my|our) (?<mod>\\p{L}+ )?(?<who>${petPattern}|${kinPattern})${called} (?<value>.+)`,
    ({ mod, who, value }) => companion(who, mod, value),
  ),
  rule(
    `(?:i|we)(?: have|'ve got| own)(?: got)? an? (?<mod>\\p{L}+ )?(?<who>${petPattern})(?:,? (?:called|named) (?<value>.+))?`,
    ({ who, value, mod }) =>
      value === undefined ? keeps(who, mod) : companion(who, undefined, value),
  ),
  rule(
    `(?:i|we)(?: have|'ve got) (?<value>${count} (?:\\p{L}+ )?(?<who>${children})(?: and ${count} (?:\\p{L}+ )?(?:${children}))?)`,
    ({ value, who }) =>
      fact(
        `family.${slotKey(who ?? '').replace(/^(?:kids?|child|boys?|girls?|twins)$/, 'children')}`,
        value,
        (them) => `The user has ${them}.`,
      ),
  ),
];

function fact(
  slot: string,
  value: string | undefined,
  text: (value: string) => string,
): Reading | undefined {
  return value === undefined || slot.endsWith('.')
    ? undefined
    : { kind: 'fact', slot, text: text(value) };
}

function named(raw: string | undefined): Reading | undefined {
  return fact('name', nameValue(raw), (name) => `The user's name is ${name}.`);
}

function corrected(reading: Reading | undefined): Reading | undefined {
  return reading === undefined ? undefined : { ...reading, kind: 'correction' };
}

/** "I'm Anna", "I'm a nurse", "I'm German": only what cannot be a mood. */
function introduced(raw: string | undefined): Reading | undefined {
  const value = cleanValue(raw);
  if (value === undefined) return undefined;
  const job = /^(?:now |currently )?an? (?<job>.+)$/iu.exec(value)?.groups?.['job'];
  if (job !== undefined) return isOccupation(job) ? works(job) : undefined;
  if (isPlaceOfOrigin(value))
    return { kind: 'fact', slot: 'nationality', text: `The user is ${value}.` };
  return /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?$/u.test(value) ? named(value) : undefined;
}

function works(raw: string | undefined): Reading | undefined {
  return fact(
    'job',
    plainValue(raw),
    (job) => `The user works as ${/^[aeiou]/i.test(job) ? 'an' : 'a'} ${asTheirs(job)}.`,
  );
}

function lives(raw: string | undefined): Reading | undefined {
  return fact('home', placeValue(raw), (place) => `The user lives in ${asTheirs(place)}.`);
}

function born(raw: string | undefined, how: string | undefined): Reading | undefined {
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
function dated(raw: string | undefined): string | undefined {
  const value = (raw ?? '').replace(/[.!\s]+$/u, '').trim();
  const month = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|märz|mai|okt|dez';
  if (value.length > 30 || /\byou\b/i.test(value)) return undefined;
  return /^(?:19|20)\d{2}$/.test(value) ||
    new RegExp(`\\b(?:${month})\\p{L}*\\b`, 'iu').test(value) ||
    /^\d{1,2}[./-]\d{1,2}/.test(value)
    ? value
    : undefined;
}

function aged(value: string | undefined, day: string): Reading | undefined {
  const age = Number(value);
  if (!(age >= 5 && age <= 120)) return undefined;
  return { kind: 'fact', slot: 'age', text: `The user was ${age} years old on ${day}.` };
}

function allergy(raw: string | undefined): Reading | undefined {
  const value = cleanValue(raw);
  return value === undefined
    ? undefined
    : fact(`allergy.${slotKey(value)}`, value, (cause) => `The user is allergic to ${cause}.`);
}

function companion(
  who: string | undefined,
  mod: string | undefined,
  raw: string | undefined,
): Reading | undefined {
  const name = nameValue(raw);
  if (who === undefined || name === undefined) return undefined;
  const word = isPet(who) ? petWord(who) : kinWord(who);
  const which =
    mod === undefined || /^(?:own|dear|lovely|beautiful|little|cute)\s*$/iu.test(mod)
      ? ''
      : `${mod.trim().toLowerCase()} `;
  const slot = `${isPet(who) ? 'pet' : 'person'}.${slotKey(which + word)}.name`;
  return { kind: 'fact', slot, text: `The user's ${which}${word} is called ${name}.` };
}

function keeps(who: string | undefined, mod: string | undefined): Reading | undefined {
  if (who === undefined) return undefined;
  const pet = petWord(who);
  return { kind: 'fact', slot: `pet.${pet}`, text: `The user has a ${mod ?? ''}${pet}.` };
}
