import type { AnswerExtension, Turn } from '@personate/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { client, consoleUser } from '../client.ts';

export interface Exchange {
  key: string;
  question: string;
  answer: string;
  extension: AnswerExtension | null;
  error: unknown;
  streaming: boolean;
}

const fromTurn = (turn: Turn): Exchange => ({
  key: turn.turnId,
  question: turn.question,
  answer: turn.answer,
  extension: turn.extension,
  error: null,
  streaming: false,
});

/** One conversation: what is stored of it, and what is being said. */
export function useConversation(
  personaId: string,
  conversationId: string | undefined,
  onStarted: (id: string) => void,
) {
  const queries = useQueryClient();
  const [exchanges, setExchanges] = useState<Exchange[]>([]);
  const running = useRef<AbortController | null>(null);
  /** The conversation that this page made or went on with: its turns are here, and what is being said is nowhere else. */
  const own = useRef<string | undefined>(undefined);

  const stored = useQuery({
    queryKey: ['conversation', conversationId],
    queryFn: () => client.conversations.get(conversationId ?? ''),
    // oxlint-disable-next-line react/refs -- It changes with the address alone, which draws the page anew.
    enabled: conversationId !== undefined && conversationId !== own.current,
  });

  useEffect(() => {
    if (conversationId !== undefined && conversationId === own.current) return;
    own.current = undefined;
    running.current?.abort();
    setExchanges([]);
  }, [personaId, conversationId]);
  useEffect(() => {
    if (
      stored.data &&
      stored.data.conversationId === conversationId &&
      conversationId !== own.current
    ) {
      setExchanges(stored.data.history.filter((turn) => turn.status !== 'replaced').map(fromTurn));
    }
  }, [stored.data, conversationId]);
  useEffect(() => () => running.current?.abort(), []);

  const change = useCallback((key: string, next: (exchange: Exchange) => Exchange) => {
    setExchanges((all) => all.map((one) => (one.key === key ? next(one) : one)));
  }, []);

  const ask = useCallback(
    async (question: string, before: Exchange[]) => {
      const key = crypto.randomUUID();
      const controller = new AbortController();
      running.current = controller;
      setExchanges([
        ...before,
        { key, question, answer: '', extension: null, error: null, streaming: true },
      ]);
      const known = conversationId ?? own.current;
      own.current = known;
      try {
        for await (const event of client.chat({
          persona: personaId,
          user: consoleUser,
          messages: [...messagesOf(before), { role: 'user', content: question }],
          ...(known === undefined ? {} : { conversationId: known }),
          signal: controller.signal,
        })) {
          if (event.type === 'text') {
            change(key, (one) => ({ ...one, answer: one.answer + event.text }));
            continue;
          }
          const { extension } = event;
          change(key, (one) => ({ ...one, extension }));
          if (extension.conversationId !== undefined && conversationId === undefined) {
            own.current = extension.conversationId;
            onStarted(extension.conversationId);
          }
        }
      } catch (error) {
        if (!controller.signal.aborted) change(key, (one) => ({ ...one, error }));
      } finally {
        change(key, (one) => ({ ...one, streaming: false }));
        if (running.current === controller) running.current = null;
        void queries.invalidateQueries({ queryKey: ['conversations', personaId] });
      }
    },
    [personaId, conversationId, change, onStarted, queries],
  );

  return {
    exchanges,
    loading: stored.isLoading,
    error: stored.error,
    busy: exchanges.some((one) => one.streaming),
    ask: (question: string) => void ask(question, exchanges),
    again: () => {
      const last = exchanges.at(-1);
      if (last) void ask(last.question, exchanges.slice(0, -1));
    },
    stop: () => running.current?.abort(),
  };
}

const messagesOf = (exchanges: readonly Exchange[]) =>
  exchanges
    .filter((one) => one.error === null && one.answer !== '')
    .flatMap((one) => [
      { role: 'user' as const, content: one.question },
      { role: 'assistant' as const, content: one.answer },
    ]);
