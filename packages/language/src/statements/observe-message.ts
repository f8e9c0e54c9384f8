import { doubtOf, isUncertain } from './doubt-clause.ts';
import { englishChanges } from './english-changes.ts';
import { englishFacts } from './english-facts.ts';
import { englishHabits } from './english-habits.ts';
import { englishPreferences } from './english-preferences.ts';
import { eventRules } from './events.ts';
import { germanLives } from './german-lives.ts';
import { germanStatements } from './german-statements.ts';
import { ownWords } from './own-words.ts';
import { quoteFinder } from './quote-finder.ts';
import { splitClauses } from './split-clauses.ts';
import type { Doubted, Statement, StatementRule } from './statement.ts';

/** In order of precision: the first that reads a clause has it. */
const rules: readonly StatementRule[] = [
  ...eventRules,
  ...englishChanges,
  ...germanStatements,
  ...germanLives,
  ...englishFacts,
  ...englishPreferences,
  ...englishHabits,
];

/** Said before a statement without changing it. */
const lead =
  /^(?:(?:hi|hey|hello|hallo|moin|well|so|oh|ah|ok|okay|also|and|but|by the way|btw|fyi|anyway|you know|just so you know|for the record|as i (?:said|told you)|i told you(?: that)?|(?:please )?remember(?: that)?|note that|don't forget(?: that)?|übrigens|na ja|naja|tja|ach|und|aber|merk dir(?: bitte)?(?:,? dass)?|denk daran(?:,? dass)?)(?:\s*[,:!.–—-]+\s*|\s+))+/iu;
const correcting =
  /^(?:(?:no|nope|actually|sorry|correction|i meant|i mean|wait|nein|doch|eigentlich|korrektur|entschuldigung|ich meinte)(?:\s*[,:!.–—-]+\s*|\s+))+/iu;

/**
 * What a user's message says about the user, by rules in English and German: facts, preferences, corrections, dated
 * events. Never read: questions, quotations, code, pasted text, fiction, what is unsure or told by others. What tries to
 * say who the persona is, or to command it, comes back as doubted.
 */
export function observeMessage(
  message: string,
  context: { day: string; personaName: string },
): { statements: Statement[]; doubted: Doubted[] } {
  const statements: Statement[] = [];
  const doubted: Doubted[] = [];
  let afterNo = false;
  const asSaid = quoteFinder(message);
  for (const { clause: spoken, quote: read } of splitClauses(ownWords(message))) {
    const clause = spoken
      .replaceAll(/[\u2018\u2019\u02bc´]/gu, "'")
      .replaceAll(/\s+/gu, ' ')
      .trim();
    const doubt = doubtOf(clause, context.personaName);
    if (doubt !== undefined) doubted.push({ doubt, quote: asSaid(read) ?? read });
    else if (!isUncertain(clause)) {
      for (const statement of readClause(clause, read, context.day)) {
        const quote = asSaid(read);
        if (quote === undefined) continue;
        statements.push({ ...statement, quote, ...(afterNo ? { kind: 'correction' } : {}) });
      }
    }
    afterNo = `${clause} `.replace(correcting, '').trim() === '';
  }
  return { statements, doubted };
}

function readClause(clause: string, quote: string, day: string): Statement[] {
  const bare = clause.replace(lead, '');
  const corrected = bare.replace(correcting, '').replace(lead, '');
  const spoken = corrected.replace(/[\s.!…]+$/u, '');
  for (const { pattern, read } of rules) {
    const match = pattern.exec(spoken);
    const told = match === null ? undefined : read(match.groups ?? {}, { day, clause: spoken });
    if (told === undefined) continue;
    const readings = 'kind' in told ? [told] : told;
    return readings.map((reading) => ({
      ...reading,
      kind: corrected !== bare ? 'correction' : reading.kind,
      closes: reading.closes ?? [],
      quote,
    }));
  }
  return [];
}
