import type { PersonaDocument } from '@personate/contracts';
import { personaDocumentSchema } from '@personate/contracts';
import { canonicalJson } from '../yaml/seed-hash.ts';
import { isRecord, member, memberNames, namedItems } from './named-items.ts';

type Choose = (path: string) => boolean;

/** The document with those of the changes to another one, as `diffPersona` names them, that are chosen. */
export function applyChosen(
  before: PersonaDocument,
  after: PersonaDocument,
  choose: Choose,
): PersonaDocument {
  return personaDocumentSchema.parse(merged('', before, after, choose));
}

function merged(path: string, before: unknown, after: unknown, choose: Choose): unknown {
  if (canonicalJson(before) === canonicalJson(after)) return before;
  if (Array.isArray(before) && Array.isArray(after))
    return mergedLists(path, before, after, choose);
  if (isRecord(before) && isRecord(after)) {
    const kept = [...memberNames(before, after)].map((key): [string, unknown] => {
      const at = path === '' ? key : `${path}.${key}`;
      const value = merged(at, member(before, key), member(after, key), choose);
      // What was not there is not there as long as nothing was taken of it.
      return [key, Object.hasOwn(before, key) || !isEmpty(value) ? value : undefined];
    });
    return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
  }
  return choose(path) ? after : before;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function mergedLists(
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
  choose: Choose,
): unknown[] {
  const [old, now] = [namedItems(before), namedItems(after)];
  const kept = new Map<string, unknown>();
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const item = merged(`${path}[${key}]`, old.get(key), now.get(key), choose);
    if (item !== undefined) kept.set(key, item);
  }
  const isReordered = !isSameOrder([...old.keys()], [...now.keys()]);
  const orders: [first: Iterable<string>, second: Iterable<string>] =
    isReordered && !choose(`${path}[order]`) ? [old.keys(), now.keys()] : [now.keys(), old.keys()];
  return woven(...orders).flatMap((key) => (kept.has(key) ? [kept.get(key)] : []));
}

function isSameOrder(before: readonly string[], after: readonly string[]): boolean {
  const [old, now] = [new Set(before), new Set(after)];
  const both = before.filter((key) => now.has(key));
  const others = after.filter((key) => old.has(key));
  return both.every((key, place) => key === others[place]);
}

/** The first list, with what only the second one has behind whatever it stands behind there. */
function woven(first: Iterable<string>, second: Iterable<string>): string[] {
  const keys = [...first];
  const known = new Set(keys);
  let before: string | undefined;
  for (const key of second) {
    if (!known.has(key)) keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key);
    before = key;
  }
  return keys;
}
