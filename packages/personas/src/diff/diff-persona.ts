import type { PersonaDocument } from '@personate/contracts';
import { canonicalJson } from '../yaml/seed-hash.ts';
import { isRecord, member, memberNames, namedItems } from './named-items.ts';

export interface PersonaChange {
  /** `persona.traits[patience].strength`: items of a list are named by what they are, not by their place. */
  path: string;
  /** JSON values; null where there was or is nothing. */
  before: unknown;
  after: unknown;
}

/** What changed from one persona document to another, in the order of the fields; empty when they say the same. */
export function diffPersona(before: PersonaDocument, after: PersonaDocument): PersonaChange[] {
  const changes: PersonaChange[] = [];
  compare('', before, after, changes);
  return changes;
}

function compare(path: string, before: unknown, after: unknown, changes: PersonaChange[]): void {
  if (canonicalJson(before) === canonicalJson(after)) return;
  if (Array.isArray(before) && Array.isArray(after)) compareLists(path, before, after, changes);
  else if (isRecord(before) && isRecord(after)) {
    for (const key of memberNames(before, after)) {
      compare(
        path === '' ? key : `${path}.${key}`,
        member(before, key),
        member(after, key),
        changes,
      );
    }
  } else changes.push({ path, before: before ?? null, after: after ?? null });
}

function compareLists(
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
  changes: PersonaChange[],
): void {
  const old = namedItems(before);
  const now = namedItems(after);
  const found: PersonaChange[] = [];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    compare(`${path}[${key}]`, old.get(key), now.get(key), found);
  }
  const kept = [...old.keys()].filter((key) => now.has(key));
  const order = [...now.keys()].filter((key) => old.has(key));
  // The same items in another order say something else: a list of goals or openings is read from its top.
  if (kept.some((key, place) => key !== order[place])) {
    found.push({ path: `${path}[order]`, before: kept, after: order });
  }
  changes.push(...found);
}
