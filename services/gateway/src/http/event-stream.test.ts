import { describe, expect, it } from '@jest/globals';
import { prime, withHeartbeat } from './event-stream.ts';

describe('withHeartbeat', () => {
  it('beats while the source is silent, and loses nothing', async () => {
    let speak = () => {};
    async function* source() {
      yield 'a';
      await new Promise<void>((resolve) => (speak = resolve));
      yield 'b';
    }
    const seen: Array<string | undefined> = [];
    for await (const item of withHeartbeat(source(), 2)) {
      seen.push(item);
      if (item === undefined) speak();
    }
    expect(seen.filter((item) => item !== undefined)).toEqual(['a', 'b']);
    expect(seen).toContain(undefined);
  });

  it('ends the source when its reader stops', async () => {
    let ended = false;
    async function* source() {
      try {
        yield 1;
        yield 2;
      } finally {
        ended = true;
      }
    }
    for await (const _ of withHeartbeat(source(), 1_000)) break;
    expect(ended).toBe(true);
  });

  it('passes the source’s error on', async () => {
    async function* source() {
      yield 1;
      throw new Error('broken');
    }
    const all = async () => {
      for await (const _ of withHeartbeat(source(), 1_000));
    };
    await expect(all()).rejects.toThrow('broken');
  });
});

describe('prime', () => {
  const counts = (item: number) => item > 1;

  it('throws an error that comes before the first item that counts', async () => {
    async function* source() {
      yield 1;
      throw new Error('too early');
    }
    await expect(prime(source(), { counts, waitMs: 1_000 })).rejects.toThrow('too early');
  });

  it('gives what it saw first, then the rest', async () => {
    async function* source() {
      yield 1;
      yield 2;
      yield 3;
    }
    const seen: number[] = [];
    for await (const item of await prime(source(), { counts, waitMs: 1_000 })) seen.push(item);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('does not wait longer than it may, and still gives all', async () => {
    let speak = () => {};
    async function* source() {
      yield 1;
      await new Promise<void>((resolve) => (speak = resolve));
      yield 2;
    }
    const primed = await prime(source(), { counts, waitMs: 5 });
    speak();
    const seen: number[] = [];
    for await (const item of primed) seen.push(item);
    expect(seen).toEqual([1, 2]);
  });

  it('ends the source when it is given up unread', async () => {
    let ended = false;
    async function* source() {
      try {
        yield 2;
      } finally {
        ended = true;
      }
    }
    const primed = await prime(source(), { counts, waitMs: 1_000 });
    await primed.return?.();
    expect(ended).toBe(true);
  });
});
