import { z } from 'zod';
import type { StoredDraftItem } from './persona.ts';

/** Whether a path names another one or something that it lies in: `persona.traits` covers `persona.traits[wit].strength`. */
export function coversPath(path: string, other: string): boolean {
  if (!other.startsWith(path)) return false;
  const next = other[path.length];
  return next === undefined || next === '.' || next === '[';
}

const paths = z.array(z.string().min(1).max(4_000)).max(20_000);

/** Which changes of a proposal are taken: those that `only` covers (all, where it is absent) and `except` does not. */
export const proposalChoiceSchema = z
  .strictObject({ only: paths.optional(), except: paths.optional() })
  .meta({ id: 'ProposalChoice' });
export type ProposalChoice = z.infer<typeof proposalChoiceSchema>;

export function isChosen({ only, except = [] }: ProposalChoice, path: string): boolean {
  const isWanted = only === undefined || only.some((wanted) => coversPath(wanted, path));
  return isWanted && !except.some((unwanted) => coversPath(unwanted, path));
}

/** What a draft says of a change: of what lies in it, else of what it lies in. */
export function itemsOf(path: string, items: readonly StoredDraftItem[]): StoredDraftItem[] {
  const within = items.filter((item) => coversPath(path, item.path));
  return within.length > 0 ? within : items.filter((item) => coversPath(item.path, path));
}
