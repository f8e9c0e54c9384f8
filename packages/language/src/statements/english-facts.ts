import { asTheirs, cleanValue, nameValue, placeValue, plainValue, slotKey } from './clean-value.ts';
import {
  fact,
  named,
  corrected,
  introduced,
  jobAndOrigin,
  herd,
  works,
  lives,
  born,
  dated,
  aged,
  allergy,
  companion,
  keeps,
  relative,
  aboutOne,
} from './english-readings.ts';
import { kinPattern, petPattern } from './kin-and-pets.ts';
import type { StatementRule } from './statement.ts';
import { rule } from './statement.ts';

const am = `i(?:'m| am)`;
const called = `(?:'s name is|'s called|s name is| is called| is named|'s named| goes by)`;
const count = '(?:an?|one|two|three|four|five|six|seven|\\d{1,2})';
const children =
  'kids?|child(?:ren)?|sons?|daughters?|boys?|girls?|twins|grandchild(?:ren)?|brothers?|sisters?|siblings?';
const trades =
  'shop|store|bakery|company|business|farm|restaurant|caf[eé]|bar|pub|hotel|firm|studio|practice|school|nursery|start-?up|agency|salon|garage|workshop|gallery|vineyard|brewery|bookshop|charity';
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
  rule(`${am} (?<job>an? .+?) from (?<place>.+)`, ({ job, place }) => jobAndOrigin(job, place)),
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
    `(?:i|we)(?: also)?(?: have|'ve got| own| keep)(?: got)? (?<many>${count}|some|a few|several|many|lots of) (?<mod>\\p{L}+ )?(?<who>${petPattern})s?`,
    ({ many, mod, who }) => herd(many, mod, who),
  ),
  rule(
    `(?:i|we)(?: also)?(?: have|'ve got)(?: also)?(?: got)? an? (?<mod>\\p{L}+ )?(?<who>${kinPattern}),? (?:called|named|whose name is|by the name of) (?<value>.+)`,
    ({ mod, who, value }) => companion(who, mod, value),
  ),
  rule(
    `(?:i|we)(?: also)?(?: have|'ve got)(?: also)?(?: got)? an? (?<mod>\\p{L}+ )?(?<who>${kinPattern}) (?<rest>(?:in|at|from|near|living in|who) .+)`,
    ({ mod, who, rest }) => relative(who, mod, rest),
  ),
  rule(
    `(?:my|our) (?<mod>\\p{L}+ )?(?<who>${kinPattern}|${petPattern})(?:,? (?<name>\\p{L}{2,20}),?)? (?<rest>(?:is|lives|works|studies|has|plays|turned|teaches|goes|runs|was born) .+)`,
    ({ mod, who, name, rest }, { clause }) => aboutOne(who, mod, name, rest, clause),
  ),
  rule(
    `i(?: run| own| manage|'m running| am running) (?<value>(?:an?|my own|the) (?:\\p{L}+ ){0,3}(?:${trades}))`,
    ({ value }) => fact('job', cleanValue(value), (what) => `The user runs ${asTheirs(what)}.`),
  ),
  rule(`(?:i|${am}) teach(?:ing)? (?<value>.+)`, ({ value }) =>
    fact('job', plainValue(value), (what) => `The user teaches ${asTheirs(what)}.`),
  ),
  rule(`i (?<value>\\p{L}+ .+?) for a living`, ({ value }) =>
    fact(
      'job',
      cleanValue(value),
      (what) => `For a living, the user does this: ${asTheirs(what)}.`,
    ),
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
