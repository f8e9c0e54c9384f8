import { asTheirs, placeValue, plainValue, slotKey } from './clean-value.ts';
import { petPattern, petWord } from './kin-and-pets.ts';
import type { Reading, StatementRule } from './statement.ts';
import { rule } from './statement.ts';

const gone = `(?:i no longer|i don't|i do not|we no longer|we don't)`;
const more = `(?: any ?more)?`;

/** What is over: such a statement stands where the earlier one stood. */
export const englishChanges: readonly StatementRule[] = [
  rule(`${gone} live in (?<value>.+?)${more}`, ({ value }, { clause }) =>
    over(clause, 'home', value, (place) => `The user no longer lives in ${place}.`),
  ),
  rule(
    `${gone} work (?<how>at|for|as) (?:an? )?(?<value>.+?)${more}`,
    ({ value, how }, { clause }) =>
      over(
        clause,
        how?.toLowerCase() === 'as' ? 'job' : 'employer',
        value,
        (work) => `The user no longer works ${how} ${work}.`,
      ),
  ),
  rule(`i(?:'ve| have)? (?:quit|left|lost) my job(?: (?:at|with) (?<value>.+))?`, ({ value }) => {
    const place = plainValue(value);
    return {
      kind: 'correction',
      slot: 'employer',
      text: `The user left their job${place === undefined ? '' : ` at ${place}`}.`,
      closes: ['employer', 'job'],
    };
  }),
  rule(
    `${gone} (?:have|own) (?:a|an|the|my|any) (?<who>${petPattern})s?${more}`,
    ({ who }, { clause }) =>
      isOver(clause) ? petGone(who, (pet) => `The user no longer has a ${pet}.`) : undefined,
  ),
  rule(`(?:my|our) (?<who>${petPattern})(?: has)? (?:died|passed away)(?: .{1,40})?`, ({ who }) =>
    petGone(who, (pet) => `The user's ${pet} has died.`),
  ),
  rule(
    `${gone} (?<verb>like|love|enjoy|eat|drink|play) (?<value>.+?)${more}`,
    ({ verb, value }, { clause }) =>
      over(
        clause,
        `${verb === 'play' ? 'plays' : 'taste'}.${slotKey(plainValue(value) ?? '')}`,
        value,
        (what) => `The user no longer ${verb}s ${what}.`,
      ),
  ),
  rule(
    `i(?:'m| am) (?:no longer|not) (?:an? )?(?<value>vegetarian|vegan|pescatarian|married|engaged|single)${more}`,
    ({ value }, { clause }) =>
      over(
        clause,
        /^(?:vegetarian|vegan|pescatarian)$/iu.test(value ?? '') ? 'diet' : 'marital',
        value,
        (state) => `The user is no longer ${state}.`,
      ),
  ),
  rule(`i(?:'m| am) (?:no longer|not) allergic to (?<value>.+?)${more}`, ({ value }, { clause }) =>
    over(
      clause,
      `allergy.${slotKey(plainValue(value) ?? '')}`,
      value,
      (cause) => `The user is no longer allergic to ${cause}.`,
    ),
  ),
];

/** "I don't live in Kiel" denies, "…any more" tells of a change: only the change is kept. */
function isOver(clause: string): boolean {
  return /\bno longer\b|\bany ?more\b/iu.test(clause);
}

function over(
  clause: string,
  slot: string,
  raw: string | undefined,
  text: (value: string) => string,
): Reading | undefined {
  const value = placeValue(raw);
  if (value === undefined || slot.endsWith('.') || !isOver(clause)) return undefined;
  return { kind: 'correction', slot, text: text(asTheirs(value)), denies: value };
}

function petGone(who: string | undefined, text: (pet: string) => string): Reading | undefined {
  if (who === undefined) return undefined;
  const pet = petWord(who);
  return { kind: 'correction', slot: `pet.${pet}`, text: text(pet), closes: [`pet.${pet}.`] };
}
