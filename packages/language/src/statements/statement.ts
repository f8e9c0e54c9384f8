import { z } from 'zod';

/** What a user told about themselves, read out of one clause. */
export const statementSchema = z.object({
  kind: z.enum(['fact', 'preference', 'correction', 'event']),
  /** What a later statement on the same replaces; null stands beside others. */
  slot: z.string().nullable(),
  /** In the third person. */
  text: z.string(),
  /** The clause, verbatim. */
  quote: z.string(),
  /** Slots beneath which everything is over: no dog, no name of the dog. */
  closes: z.array(z.string()),
  /** What is said to be over: it corrects nothing but a memory of that. */
  denies: z.string().optional(),
});
export type Statement = z.infer<typeof statementSchema>;

/** Why something was said but is not believed. */
export const doubtSchema = z.enum([
  'claim-about-persona', // only its documents say who the persona is
  'claim-of-identity', // the user says they are the persona, or its maker
  'instruction', // an attempt to change the persona or its rules
]);
export type Doubt = z.infer<typeof doubtSchema>;

export const doubtedSchema = z.object({ doubt: doubtSchema, quote: z.string() });
export type Doubted = z.infer<typeof doubtedSchema>;

/** One way of saying something about oneself. */
export interface StatementRule {
  /** Anchored at both ends of a clause, case-insensitive, apostrophes straight. */
  pattern: RegExp;
  read: (
    groups: Readonly<Record<string, string>>,
    context: RuleContext,
  ) => Reading | readonly Reading[] | undefined;
}

export interface RuleContext {
  /** ISO day of the turn. */
  day: string;
  /** The clause as it was matched. */
  clause: string;
}

export type Reading = Pick<Statement, 'kind' | 'slot' | 'text' | 'denies'> & { closes?: string[] };

export function rule(pattern: string, read: StatementRule['read']): StatementRule {
  return { pattern: new RegExp(`^(?:${pattern})$`, 'iu'), read };
}

/** Undefined without a value, and without a name of what is liked or wished: it would be learnt of nothing. */
export function preference(
  slot: string,
  value: string | undefined,
  text: (value: string) => string,
): Reading | undefined {
  return value === undefined || slot.endsWith('.')
    ? undefined
    : { kind: 'preference', slot, text: text(value) };
}
