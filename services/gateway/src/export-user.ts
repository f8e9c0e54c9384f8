import type { Conversation, ConversationSummary, UserExport } from '@personate/contracts';
import type { GatewayDeps } from './deps.ts';

const mostMemories = 10_000;
/** Of one page, as JSON, half for memories and half for conversations: whoever asks is an admin, but the server has to hold it. */
const pageBytes = 8 * 1024 * 1024;

/**
 * What is kept of a user, in pages of at most 8 MB: memories with the first one, then conversations, newest first. What
 * does not fit comes with the next page; of a conversation that is a page by itself the latest turns are there.
 */
export async function exportUser(
  { conversations, memories }: Pick<GatewayDeps, 'conversations' | 'memories'>,
  query: { userId: string; limit: number; before?: string; beforeId?: string },
  bytes = pageBytes,
): Promise<UserExport> {
  const { userId, limit } = query;
  const isFirst = query.before === undefined;
  const remembered = isFirst ? await memories.list({ userId, limit: mostMemories + 1 }) : [];
  const told = fitting(remembered.slice(0, mostMemories), bytes / 2);
  let left = bytes / 2;

  const page = await conversations.list(query);
  const whole: Conversation[] = [];
  let last: ConversationSummary | undefined;
  for (const summary of page) {
    const found = await conversations.get(summary.conversationId);
    if (found !== null) {
      const { history, ...head } = found;
      // The latest ones are kept, in their order.
      const turns = fitting(history.toReversed(), left - sizeOf(head));
      if (turns.items.length < history.length && whole.length > 0) break;
      whole.push({ ...head, history: turns.items.toReversed() });
      left -= sizeOf(head) + turns.bytes;
    }
    last = summary;
  }
  const isMore = last !== page.at(-1) || page.length === limit;
  return {
    userId,
    memories: told.items,
    conversations: whole,
    next: (isMore ? last?.lastAt : null) ?? null,
    nextId: (isMore ? last?.conversationId : null) ?? null,
    cut: {
      memories: told.items.length < remembered.length,
      conversations: whole.filter(isCut).map(({ conversationId }) => conversationId),
    },
  };
}

/** The first of them that fit, with what they take. */
function fitting<Item>(
  items: readonly Item[],
  mostBytes: number,
): { items: Item[]; bytes: number } {
  const kept: Item[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = sizeOf(item) + 1;
    if (bytes + size > mostBytes) break;
    bytes += size;
    kept.push(item);
  }
  return { items: kept, bytes };
}

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Of a very long one only the latest turns are here. */
function isCut({ turns, history }: Conversation): boolean {
  return history.filter(({ status }) => status !== 'replaced').length < turns;
}
