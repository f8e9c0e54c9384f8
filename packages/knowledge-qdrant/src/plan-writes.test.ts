import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Point } from './passage-point.ts';
import { planWrites, type Operation } from './plan-writes.ts';

const limits = { points: 4, bytes: 100_000 };

function document(documentKey: string, passages: number, text = 'x') {
  const points = Array.from({ length: passages }, (_, i): Point => ({
    id: `${documentKey}/${i}`,
    vector: { dense: [1, 0] },
    payload: {
      passage: JSON.stringify({ text }),
      document: documentKey,
      seenBy: ['public'],
      at: 0,
      written: 1,
    },
  }));
  return { documentKey, points };
}

/** What Qdrant holds after these operations: each point with who sees it. */
function applied(operations: readonly Operation[], held = new Map<string, Point>()) {
  for (const operation of operations) {
    if ('upsert' in operation && 'points' in operation.upsert)
      for (const point of operation.upsert.points as Point[]) held.set(point.id, point);
    if ('delete' in operation && 'filter' in operation.delete) {
      const { must } = operation.delete.filter as { must: Array<{ match: { any: string[] } }> };
      const keys = new Set(must.at(-1)?.match.any);
      for (const [id, point] of held) if (keys.has(point.payload.document)) held.delete(id);
    }
    if ('set_payload' in operation)
      for (const id of operation.set_payload.points as string[]) {
        const point = held.get(id);
        if (point !== undefined)
          held.set(id, {
            ...point,
            payload: { ...point.payload, ...operation.set_payload.payload },
          });
      }
  }
  return held;
}

const visible = (held: Map<string, Point>, documentKey: string): string[] =>
  [...held.values()]
    .filter(({ payload }) => payload.document === documentKey && payload.seenBy.length > 0)
    .map(({ id }) => id);

describe('planWrites', () => {
  it('keeps small documents together, each in one operation', () => {
    const requests = planWrites(
      [document('a', 2), document('b', 2), document('c', 1)],
      null,
      limits,
    );
    expect(requests.map((operations) => operations.map((one) => Object.keys(one)[0]))).toEqual([
      ['delete', 'upsert'],
      ['delete', 'upsert'],
    ]);
  });

  it('a document without passages is deleted, and nothing is put in its place', () => {
    expect(planWrites([document('a', 0)], null, limits)).toEqual([
      [{ delete: { filter: { must: [{ key: 'document', match: { any: ['a'] } }] } } }],
    ]);
    expect(planWrites([], null, limits)).toEqual([]);
  });

  it('in a shared collection deletes of its own tenant only', () => {
    const [[operation]] = planWrites([document('a', 0)], 'p_1_g1', limits) as [[Operation]];
    expect(operation).toMatchObject({
      delete: { filter: { must: [{ key: 'tenant', match: { value: 'p_1_g1' } }, {}] } },
    });
  });

  it('no operation is larger than it may be', () => {
    const long = 'ö'.repeat(10_000);
    const requests = planWrites([document('a', 3, long), document('b', 9, long)], null, limits);
    const sizes = requests.flat().map((operation) => Buffer.byteLength(JSON.stringify(operation)));
    expect(Math.max(...sizes)).toBeLessThan(limits.bytes);
    expect(sizes.length).toBeGreaterThan(6);
    expect(visible(applied(requests.flat()), 'b')).toHaveLength(9);
  });

  it('killed after any operation, every document is there as it was, as it is to be, or not at all', () => {
    const sizes = fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, sizes, (before, after) => {
        const keyed = (list: number[]) => list.map((size, i) => document(`d${i}`, size));
        const operations = planWrites(keyed(after), null, limits).flat();
        for (let killed = 0; killed <= operations.length; killed++) {
          const held = applied(planWrites(keyed(before), null, limits).flat());
          applied(operations.slice(0, killed), held);
          for (const [i, size] of after.entries()) {
            const whole = killed === operations.length ? [size] : [0, size, before[i] ?? 0];
            expect(whole).toContain(visible(held, `d${i}`).length);
          }
          // And the projection repeats the whole.
          applied(operations, held);
          for (const [i, size] of after.entries())
            expect(visible(held, `d${i}`)).toHaveLength(size);
        }
      }),
    );
  });
});
