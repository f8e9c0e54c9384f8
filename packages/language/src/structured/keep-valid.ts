import type { z } from 'zod';

export interface Kept<Value> {
  /** null when nothing of it can be used. */
  value: Value | null;
  /** What had to go, and why, one line each. */
  lost: string[];
}

const mostRounds = 200;

/** What is valid of a value: a list loses the items that are not, an object the members; nothing is made up. */
export function keepValid<Value>(schema: z.ZodType<Value>, raw: unknown): Kept<Value> {
  const lost: string[] = [];
  const box: { value: unknown } = { value: structuredClone(raw) };
  for (let round = 0; round < mostRounds; round += 1) {
    const result = schema.safeParse(box.value);
    if (result.success) return { value: result.data, lost };
    const [issue] = result.error.issues;
    const path = issue?.path.filter((part) => typeof part !== 'symbol') ?? [];
    lost.push(`${path.join('.') || 'the reply'}: ${issue?.message ?? 'not valid'}`);
    if (!remove(box, path)) return { value: null, lost };
  }
  return { value: null, lost };
}

/** Takes out the innermost list item on the path, else the member it leads to. False when there is nothing to take. */
function remove(box: { value: unknown }, path: ReadonlyArray<string | number>): boolean {
  const place = path.findLastIndex((part) => typeof part === 'number');
  const end = place === -1 ? path.length : place + 1;
  const key = path[end - 1];
  if (key === undefined) return false;
  let holder: unknown = box.value;
  for (const part of path.slice(0, end - 1)) {
    if (typeof holder !== 'object' || holder === null) return false;
    holder = (holder as Record<string | number, unknown>)[part];
  }
  if (Array.isArray(holder) && typeof key === 'number') {
    if (key >= holder.length) return false;
    holder.splice(key, 1);
    return true;
  }
  if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, key)) return false;
  delete (holder as Record<string | number, unknown>)[key];
  return true;
}
