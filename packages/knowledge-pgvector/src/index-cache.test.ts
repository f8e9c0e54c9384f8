import { describe, expect, it } from '@jest/globals';
import { IndexCache } from './index-cache.ts';
import type { TableIndex } from './table-index.ts';

const open = (limits: { indexes: number; passages: number }, sizes: Record<string, number>) =>
  new IndexCache(limits, (name) => ({ size: sizes[name] ?? 0 }) as TableIndex);

describe('IndexCache', () => {
  it('lets the index go that was not used for longest', () => {
    const cache = open({ indexes: 2, passages: 100 }, {});
    const a = cache.open('a', 4);
    cache.open('b', 4);
    expect(cache.open('a', 4)).toBe(a);
    cache.open('c', 4);
    expect([cache.held('a'), cache.held('b')]).toEqual([a, undefined]);
    expect(cache.size).toBe(2);
  });

  it('holds no more passages than it may, but always the index in use', () => {
    const cache = open({ indexes: 9, passages: 100 }, { a: 60, b: 30, c: 50, huge: 900 });
    for (const name of ['a', 'b', 'c']) cache.open(name, 4);
    expect([cache.held('a'), cache.size]).toEqual([undefined, 2]);
    cache.open('huge', 4);
    expect([cache.held('huge') !== undefined, cache.size]).toEqual([true, 1]);
  });
});
