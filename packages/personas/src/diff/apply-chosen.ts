import { ExpectedError, personaDocumentSchema, type PersonaDocument } from '@personate/contracts';
import { canonicalJson } from '../yaml/seed-hash.ts';
import { knowledgeDay } from '../draft/fill-voice.ts';
import { isRecord, member, memberNames, namedItems } from './named-items.ts';

type Choose = (path: string) => boolean;
interface Sides<T> {
  base: T;
  after: T;
  onto: T;
}

/**
 * A document with those of the changes from `base` to `after`, as `diffPersona` names them, that are chosen.
 * What it says otherwise than `base` stays, but where a chosen change says something else.
 * @throws ExpectedError `persona.proposal-unfit`: both together say more than a persona may.
 */
export function applyChosen(sides: Sides<PersonaDocument>, choose: Choose): PersonaDocument {
  const applied = personaDocumentSchema.safeParse(merged('', sides, choose));
  if (applied.success) return withDateMark(applied.data, sides, choose);
  const problems = applied.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new ExpectedError(
    'unprocessable',
    'persona.proposal-unfit',
    `What the persona says and what the proposal changes are no valid persona together: ${problems.join('; ')}.`,
    { fix: 'Leave some of the changes out with `except`, or shorten the persona first.' },
  );
}

/**
 * By the day among the measures a draft knows a knowledge date as its own, and moves it on with the documents: taken or
 * left without the date, it would never move again.
 */
function withDateMark(
  applied: PersonaDocument,
  { base, after, onto }: Sides<PersonaDocument>,
  choose: Choose,
): PersonaDocument {
  if (base.knowledgeLimits.asOf === after.knowledgeLimits.asOf) return applied;
  const { measured } = (choose('knowledgeLimits.asOf') ? after : onto).persona.voice;
  const day = measured?.[knowledgeDay];
  const { voice } = applied.persona;
  if (voice.measured?.[knowledgeDay] === day) return applied;
  const { [knowledgeDay]: _other, ...rest } = voice.measured ?? {};
  const marked = day === undefined ? rest : { ...rest, [knowledgeDay]: day };
  return {
    ...applied,
    persona: { ...applied.persona, voice: { ...voice, measured: marked } },
  };
}

function merged(path: string, { base, after, onto }: Sides<unknown>, choose: Choose): unknown {
  if (isSame(base, after)) return onto;
  if (Array.isArray(base) && Array.isArray(after)) {
    if (Array.isArray(onto)) return mergedLists(path, { base, after, onto }, choose);
    return unlessSame(base, mergedLists(path, { base, after, onto: base }, choose), onto);
  }
  if (isRecord(base) && isRecord(after)) {
    if (isRecord(onto)) return mergedRecords(path, { base, after, onto }, choose);
    return unlessSame(base, mergedRecords(path, { base, after, onto: base }, choose), onto);
  }
  return choose(path) ? after : onto;
}

/** What was taken away stays away, unless a change within it was chosen. */
function unlessSame(base: unknown, applied: unknown, onto: unknown): unknown {
  return isSame(base, applied) ? onto : applied;
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function mergedRecords(
  path: string,
  { base, after, onto }: Sides<Record<string, unknown>>,
  choose: Choose,
): Record<string, unknown> {
  const kept = [...memberNames(onto, after)].map((key): [string, unknown] => {
    const sides = {
      base: member(base, key),
      after: member(after, key),
      onto: member(onto, key),
    };
    const value = merged(path === '' ? key : `${path}.${key}`, sides, choose);
    // What was not there is not there as long as nothing was taken of it.
    return [key, Object.hasOwn(onto, key) || !isEmpty(value) ? value : undefined];
  });
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function mergedLists(
  path: string,
  { base, after, onto }: Sides<readonly unknown[]>,
  choose: Choose,
): unknown[] {
  const [old, now, ours] = [namedItems(base), namedItems(after), namedItems(onto)];
  const kept = new Map<string, unknown>();
  for (const key of new Set([...ours.keys(), ...now.keys()])) {
    const sides = { base: old.get(key), after: now.get(key), onto: ours.get(key) };
    const item = merged(`${path}[${key}]`, sides, choose);
    if (item !== undefined) kept.set(key, item);
  }
  const isReordered = !isSameOrder([...old.keys()], [...now.keys()]) && choose(`${path}[order]`);
  // What is gone from one of them still says where its neighbours stood.
  const order = isReordered
    ? woven(woven(now.keys(), old.keys()), ours.keys())
    : woven(woven(ours.keys(), old.keys()), now.keys());
  return order.flatMap((key) => (kept.has(key) ? [kept.get(key)] : []));
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
