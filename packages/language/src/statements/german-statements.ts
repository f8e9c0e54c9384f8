import { cleanValue, nameValue, placeValue, plainValue, slotKey } from './clean-value.ts';
import { style } from './english-preferences.ts';
import {
  fact,
  introduced,
  lives,
  works,
  companion,
  keeps,
  taste,
  manner,
  over,
  petGone,
} from './german-readings.ts';
import { kinPattern, petPattern } from './kin-and-pets.ts';
import type { StatementRule } from './statement.ts';
import { preference, rule } from './statement.ts';

const my = '(?:mein|meine|unser|unsere)';
const very = '(?:wirklich |sehr |auch |total |besonders |ja )*';
/** What German speakers state about themselves; the memory is worded in English, the quote stays as it was said. */
export const germanStatements: readonly StatementRule[] = [
  rule(`(?:ich heiße|mein name ist|mein name lautet) (?<value>.+)`, ({ value }) =>
    fact('name', nameValue(value), (name) => `The user's name is ${name}.`),
  ),
  rule(`ich bin (?<value>.+)`, ({ value }) => introduced(value)),
  rule(`(?:bitte )?nenn(?:e|en sie)? mich (?:bitte )?(?:einfach )?(?<value>.+)`, ({ value }) =>
    preference('name.call', nameValue(value), (name) => `The user wants to be called ${name}.`),
  ),
  rule(
    `(?:ich|wir) (?:wohne|lebe|wohnen|leben)(?: jetzt| inzwischen| zurzeit| gerade)? (?:in|auf|bei|an) (?:der |dem )?(?<value>.+)`,
    ({ value }) => lives(value),
  ),
  rule(
    `(?:ich|wir) (?:bin|sind)(?: \\p{L}+)? (?:nach|in die) (?<value>.+?) (?:gezogen|umgezogen)`,
    ({ value }) => lives(value),
  ),
  rule(`ich komme(?: ursprünglich)? aus (?:der |dem )?(?<value>.+)`, ({ value }) =>
    fact('origin', placeValue(value), (place) => `The user is from ${place}.`),
  ),
  rule(`ich bin in (?<value>.+?) aufgewachsen`, ({ value }) =>
    fact('childhood', placeValue(value), (place) => `The user grew up in ${place}.`),
  ),
  rule(`ich (?:bin|wurde) in (?<value>\\p{L}.*?) geboren`, ({ value }) =>
    fact('birth.place', placeValue(value), (place) => `The user was born in ${place}.`),
  ),
  rule(`ich (?:bin|wurde)(?: im jahr)? (?<value>(?:19|20)\\d{2}) geboren`, ({ value }) =>
    fact('birth.year', value, (year) => `The user was born in ${year}.`),
  ),
  rule(
    `(?:ich habe am (?<value>.+?) geburtstag|mein geburtstag ist (?:am|im) (?<other>.+)|ich (?:bin|wurde) am (?<third>.+?) geboren)`,
    ({ value, other, third }) =>
      fact(
        'birthday',
        cleanValue(value ?? other ?? third),
        (day) => `The user's birthday is ${day}.`,
      ),
  ),
  rule(`ich bin (?<value>\\d{1,3})(?: jahre alt)?`, ({ value }, { day }) => {
    const age = Number(value);
    return age >= 5 && age <= 120
      ? { kind: 'fact', slot: 'age', text: `The user was ${age} years old on ${day}.` }
      : undefined;
  }),
  rule(`ich arbeite(?: jetzt| inzwischen)? als (?<value>.+)`, ({ value }) => works(value)),
  rule(`ich arbeite(?: jetzt| inzwischen)? (?:bei|für) (?:der |dem )?(?<value>.+)`, ({ value }) =>
    fact('employer', placeValue(value), (place) => `The user works for ${place}.`),
  ),
  rule(`ich studiere (?<value>.+)`, ({ value }) =>
    fact('study', plainValue(value), (subject) => `The user studies ${subject}.`),
  ),
  rule(
    `ich (?:bin|habe|reagiere)(?: sehr| stark)? (?:allergisch gegen|eine allergie gegen|allergisch auf) (?<value>.+)`,
    ({ value }) => {
      const cause = cleanValue(value);
      return cause === undefined
        ? undefined
        : fact(`allergy.${slotKey(cause)}`, cause, (it) => `The user is allergic to ${it}.`);
    },
  ),
  rule(`ich spreche (?<value>.+)`, ({ value }) =>
    fact('languages', cleanValue(value), (spoken) => `The user speaks ${spoken}.`),
  ),
  rule(
    `${my} (?:\\p{L}+ )?(?<who>${petPattern}|${kinPattern}) (?:heißt|nennt sich) (?<value>.+)`,
    ({ who, value }) => companion(who, value),
  ),
  rule(
    `(?:eigentlich )?heißt ${my} (?<who>${petPattern}|${kinPattern}) (?<value>.+)`,
    ({ who, value }) => companion(who, value),
  ),
  rule(
    `(?:ich|wir) (?:habe|haben) (?:einen|eine|ein) (?:\\p{L}+ )?(?<who>${petPattern})(?:,? (?:namens|der|die|das) (?:heißt )?(?<value>.+))?`,
    ({ who, value }) =>
      value === undefined ? keeps(who) : companion(who, value.replace(/ heißt$/iu, '')),
  ),
  rule(
    `ich ${very}(?<verb>liebe|mag|hasse|verabscheue)(?: ${very.slice(0, -1)})? ?(?<value>.+?)(?<not> (?:gar |überhaupt )?nicht| nicht so)?`,
    ({ verb, value, not }) => taste(not === undefined ? (verb ?? '') : 'nicht', value),
  ),
  rule(
    `ich (?<verb>esse|trinke|lese|höre|spiele|koche|backe) ${very}(?:(?<value>.+?) )?(?:gern|gerne|am liebsten)(?: (?<other>.+))?`,
    ({ value, other }) => taste('mag', value ?? other),
  ),
  rule(
    `mein(?:e)? lieblings-?(?<what>\\p{L}+) (?:ist|sind|heißt) (?<value>.+)`,
    ({ what, value }) =>
      preference(
        `favourite.${slotKey(what ?? '')}`,
        cleanValue(value),
        (it) => `The user's favourite ${what} is ${it}.`,
      ),
  ),
  rule(
    `(?:bitte )?(?:antworte|schreib|sprich|fass dich|antworten sie|fassen sie sich)(?: mir)?(?: bitte)?(?: immer)? (?<value>.+)`,
    ({ value }) => manner(value ?? ''),
  ),
  rule(`(?:bitte )?(?:keine|ohne) emojis?(?: bitte)?`, () => style('emoji', 'no emoji')),
  rule(`(?:ich|wir) (?:wohne|lebe|wohnen|leben) nicht mehr in (?<value>.+)`, ({ value }) =>
    over('home', value, (place) => `The user no longer lives in ${place}.`),
  ),
  rule(`ich arbeite nicht mehr (?<how>bei|für|als) (?<value>.+)`, ({ how, value }) =>
    how?.toLowerCase() === 'als'
      ? over('job', value, (job) => `The user no longer works as ${job}.`)
      : over('employer', value, (place) => `The user no longer works for ${place}.`),
  ),
  rule(`(?:ich|wir) (?:habe|haben) keine?n? (?<who>${petPattern}) mehr`, ({ who }) =>
    petGone(who, (pet) => `The user no longer has a ${pet}.`),
  ),
  rule(`${my} (?<who>${petPattern}) ist (?:.{1,30} )?(?:gestorben|tot)`, ({ who }) =>
    petGone(who, (pet) => `The user's ${pet} has died.`),
  ),
  rule(`ich mag (?<value>.+?) nicht mehr`, ({ value }) =>
    over(
      `taste.${slotKey(plainValue(value) ?? '')}`,
      value,
      (it) => `The user no longer likes ${it}.`,
    ),
  ),
];
