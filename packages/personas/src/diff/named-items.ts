import { canonicalJson } from '../yaml/seed-hash.ts';

/** What names an item of each list of objects, in order of preference. */
const keyFields = ['name', 'skill', 'goal', 'domain', 'prompt', 'what', 'role', 'path'] as const;
/** Members that may be absent and whose parts stand for themselves. */
const opened: Readonly<Record<string, unknown>> = { people: [], bigFive: {} };

/** Items by name; a second item of the same name is `name#2`. */
export function namedItems(items: readonly unknown[]): Map<string, unknown> {
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

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function member(value: Record<string, unknown>, key: string): unknown {
  if (Object.hasOwn(value, key) && value[key] !== undefined) return value[key];
  return Object.hasOwn(opened, key) ? opened[key] : undefined;
}

/** The members of both, in the order of the first. */
export function memberNames(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Set<string> {
  return new Set([...Object.keys(before), ...Object.keys(after)]);
}

function nameOf(item: unknown): string {
  if (!isRecord(item)) return String(item);
  const field = keyFields.find((name) => typeof member(item, name) === 'string');
  if (field === undefined) return canonicalJson(item);
  const from = field === 'what' ? member(item, 'from') : undefined;
  return `${typeof from === 'string' ? `${from} ` : ''}${String(member(item, field))}`;
}
