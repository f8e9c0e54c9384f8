import { coversPath } from '@personate/contracts';
import { canonicalJson } from '../yaml/seed-hash.ts';
import type { PersonaChange } from './diff-persona.ts';

/** Paths of those changes whose place others have changed too, and not to the same. Both are from one document. */
export function findConflicts(
  changes: readonly PersonaChange[],
  others: readonly PersonaChange[],
): string[] {
  return changes
    .filter((change) => others.some((other) => isAtOdds(change, other)))
    .map(({ path }) => path);
}

function isAtOdds(change: PersonaChange, other: PersonaChange): boolean {
  if (change.path === other.path) return canonicalJson(change.after) !== canonicalJson(other.after);
  return coversPath(change.path, other.path) || coversPath(other.path, change.path);
}
