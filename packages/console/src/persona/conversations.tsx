import type { ConversationSummary } from '@personate/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client, consoleUser } from '../client.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { Button, Empty, Panel, Trouble } from '../ui/parts.tsx';
import { useFragment } from '../ui/use-fragment.ts';

const page = 20;
const panelId = 'conversations';

export function Conversations({ personaId }: { personaId: string }) {
  const conversations = useInfiniteQuery({
    queryKey: ['conversations', personaId, 'all'],
    queryFn: ({ pageParam: seen }) =>
      client.conversations.list({
        persona: personaId,
        user: consoleUser,
        limit: page,
        ...(seen === null ? {} : { before: seen.lastAt, beforeId: seen.conversationId }),
      }),
    initialPageParam: null as ConversationSummary | null,
    getNextPageParam: (last) => (last.length < page ? undefined : last.at(-1)),
  });
  useFragment(panelId);
  const items = conversations.data?.pages.flat() ?? [];
  return (
    <Panel id={panelId} title="Your conversations">
      {conversations.error && <Trouble error={conversations.error} />}
      {conversations.data && items.length === 0 && <Empty>None yet.</Empty>}
      <ul>
        {items.map((one) => (
          <li key={one.conversationId} className="border-t border-line first:border-t-0">
            <Link
              to="/p/$personaId"
              params={{ personaId }}
              search={{ c: one.conversationId }}
              className="flex justify-between gap-4 py-1.5 text-sm hover:text-accent"
            >
              <span className="truncate" dir="auto">
                {one.title}
              </span>
              <span className="shrink-0 text-muted tabular-nums">
                {formatCount(one.turns)} {one.turns === 1 ? 'turn' : 'turns'} ·{' '}
                {formatDate(one.lastAt, 'day')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {conversations.hasNextPage && (
        <Button
          tone="quiet"
          disabled={conversations.isFetching}
          onClick={() => void conversations.fetchNextPage()}
        >
          Show earlier ones
        </Button>
      )}
    </Panel>
  );
}
