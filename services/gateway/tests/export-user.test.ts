import { expect, it } from '@jest/globals';
import type { Conversation, Memory, Turn, UserExport } from '@personate/contracts';
import { exportUser } from '../src/export-user.ts';
import { bareDeps } from './support/bare-deps.ts';

const bytes = 20_000;
const turn = (n: number, size: number) => ({ turnId: `t${n}`, status: 'complete', answer: 'x'.repeat(size) }) as Turn; // prettier-ignore

function talk(n: number, turns: Turn[]): Conversation {
  const at = new Date(Date.UTC(2026, 0, 31 - n)).toISOString();
  return {
    conversationId: `c${n}`,
    personaId: 'mara',
    keyId: 'k',
    userId: 'ada',
    title: '',
    turns: turns.length,
    createdAt: at,
    lastAt: at,
    history: turns,
  };
}

function kept(talks: Conversation[], memories: Memory[] = []) {
  const bare = bareDeps();
  return {
    memories: { ...bare.memories, list: async () => memories },
    conversations: {
      ...bare.conversations,
      list: async ({ before, limit }: { before?: string; limit: number }) =>
        talks.filter(({ lastAt }) => before === undefined || lastAt < before).slice(0, limit),
      get: async (id: string) => talks.find(({ conversationId }) => conversationId === id) ?? null,
    },
  };
}

async function pages(deps: Parameters<typeof exportUser>[0], limit = 50): Promise<UserExport[]> {
  const read: UserExport[] = [];
  for (let next: string | null = null; ;) {
    const query = { userId: 'ada', limit, ...(next === null ? {} : { before: next }) };
    const page = await exportUser(deps, query, bytes);
    read.push(page);
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(bytes + 1_000);
    expect(read.length).toBeLessThan(100);
    next = page.next;
    if (next === null) return read;
  }
}

it('no page of a user’s export is larger than it may be, and together they hold all', async () => {
  const talks = Array.from({ length: 30 }, (_, n) =>
    talk(
      n,
      Array.from({ length: 5 }, (_turn, i) => turn(n * 10 + i, 600)),
    ),
  );
  for (const limit of [50, 4]) {
    const read = await pages(kept(talks), limit);
    expect(read.length).toBeGreaterThan(5);
    expect(read.flatMap(({ conversations }) => conversations)).toEqual(talks);
    expect(read.every(({ cut }) => cut.conversations.length === 0)).toBe(true);
  }
});

it('of a conversation that is more than a page the latest turns are told, and that there were others', async () => {
  const long = talk(
    1,
    Array.from({ length: 50 }, (_, n) => turn(n, 1_000)),
  );
  const read = await pages(kept([talk(0, [turn(90, 10)]), long, talk(2, [turn(91, 10)])]));
  const told = read.flatMap(({ conversations }) => conversations);
  expect(told.map(({ conversationId }) => conversationId)).toEqual(['c0', 'c1', 'c2']);
  expect(told[1]?.history.length).toBeGreaterThan(5);
  expect(told[1]?.history).toEqual(long.history.slice(-(told[1]?.history.length ?? 0)));
  expect(read.flatMap(({ cut }) => cut.conversations)).toEqual(['c1']);
});

it('memories come with the first page, bounded too', async () => {
  const memories = Array.from({ length: 100 }, (_, n) => ({ memoryId: `m${n}`, text: 'x'.repeat(500) }) as Memory); // prettier-ignore
  const talks = Array.from({ length: 6 }, (_, n) => talk(n, [turn(n, 4_000)]));
  const [first, ...others] = await pages(kept(talks, memories));
  expect(first?.cut.memories).toBe(true);
  expect(first?.memories.length).toBeGreaterThan(10);
  expect(others.length).toBeGreaterThan(0);
  expect(others.every((page) => page.memories.length === 0 && !page.cut.memories)).toBe(true);
});
