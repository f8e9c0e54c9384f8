import type { PersonaDocument } from '@personate/contracts';
import { canonicalJson } from '../yaml/seed-hash.ts';

export interface PersonaChange {
  /** `persona.traits[patience].strength`: items of a list are named by what they are, not by their place. */
  path: string;
  /** JSON values; null where there was or is nothing. */
  before: unknown;
  after: unknown;
}

/** What names an item of each list of objects, in order of preference. */
const keyFields = ['name', 'skill', 'goal', 'domain', 'prompt', 'what', 'role', 'path'] as const;

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
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
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
  const old = keyed(before);
  const now = keyed(after);
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

/** Items by name; a second item of the same name is `name#2`. */
function keyed(items: readonly unknown[]): Map<string, unknown> {
  const named = new Map<string, unknown>();
  const seen = new Map<string, number>();
  for (const item of items) {
    const name = nameOf(item);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    let key = count === 1 ? name : `${name}#${count}`;
    while (named.has(key)) key += '#';
    named.set(key, item);
  }
  return named;
}

function nameOf(item: unknown): string {
  if (!isRecord(item)) return String(item);
  const field = keyFields.find((name) => typeof member(item, name) === 'string');
  if (field === undefined) return canonicalJson(item);
  const from = field === 'what' ? member(item, 'from') : undefined;
  return `${typeof from === 'string' ? `${from} ` : ''}${String(member(item, field))}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function member(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
