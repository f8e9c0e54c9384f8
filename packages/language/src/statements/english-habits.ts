import { asTheirs, cleanValue, plainValue, slotKey } from './clean-value.ts';
import type { Reading, StatementRule } from './statement.ts';
import { rule } from './statement.ts';

const am = `i(?:'m| am)`;
const very = '(?:really |very |so |terribly |deathly |quite |a bit |also |still )*';
/** What somebody does again and again: the object says that it is no single occasion. */
const habits =
  'keep|collect|breed|raise|grow|build|make|paint|draw|write|knit|sew|bake|brew|repair|restore|translate|coach|train|sing|dance|climb|swim|run|cycle|ski|sail|row|ride|fish|hike|drive|own|rent|share|sell|read|cook|garden|volunteer|commute|camp|dive|surf';
const now =
  'learning|writing|building|restoring|reading|studying|training|planning|renovating|researching|translating|recovering|saving';
/** What only the conversation tells, or the persona itself. */
const pointing =
  /\b(?:this|that|these|those|it|its|him|his|her|hers|them|their|theirs|one|ones|sure|sense|fun|mistakes?|time|up|out|away|into|over|going|quiet|calm)\b/iu;

/** What English speakers tell of their days, after everything that has a place of its own. */
export const englishHabits: readonly StatementRule[] = [
  rule(`${am} ${very}(?:afraid|scared|frightened|terrified) of (?<value>.+)`, ({ value }) =>
    told('fear', value, (what) => `The user is afraid of ${what}.`),
  ),
  rule(`${am} ${very}(?:interested in|into|passionate about) (?<value>.+)`, ({ value }) =>
    told('interest', value, (what) => `The user is interested in ${what}.`),
  ),
  rule(`${am} ${very}(?<how>good|bad|hopeless|terrible) at (?<value>.+)`, ({ how, value }) =>
    told('able', value, (what) => `The user is ${how?.toLowerCase()} at ${what}.`),
  ),
  rule(`${am}(?: currently| now| just| also)* (?<verb>${now}) (?<value>.+)`, ({ verb, value }) =>
    told('doing', value, (what) => `The user is ${verb?.toLowerCase()} ${what}.`),
  ),
  rule(
    `(?:i|we)(?: also| still| often| sometimes| usually| mostly)* (?<verb>${habits}) (?<value>.+)`,
    ({ verb, value }) =>
      told(`habit.${verb?.toLowerCase()}`, value, (what) => `The user ${third(verb)} ${what}.`),
  ),
];

function told(
  slot: string,
  said: string | undefined,
  text: (what: string) => string,
): Reading | undefined {
  const value = cleanValue(said);
  if (value === undefined || pointing.test(value) || plainValue(bare(value)) === undefined) {
    return undefined;
  }
  const key = slotKey(value);
  return key === ''
    ? undefined
    : { kind: 'fact', slot: `${slot}.${key}`, text: text(asTheirs(value)) };
}

/** "a garden" names something, "a" alone does not. */
function bare(value: string): string {
  return value.replace(/^(?:the|an?|my|our|to|in|at|on|for|with) (?=\p{L})/iu, '');
}

function third(verb: string | undefined): string {
  const plain = (verb ?? '').toLowerCase();
  if (/[^aeiou]y$/u.test(plain)) return `${plain.slice(0, -1)}ies`;
  return /(?:sh|ch|s|x)$/u.test(plain) ? `${plain}es` : `${plain}s`;
}
