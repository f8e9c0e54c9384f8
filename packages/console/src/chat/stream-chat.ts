import type { AnswerExtension, ChatChunk } from '@personate/contracts';
import { createParser } from 'eventsource-parser';
import { ApiError, consoleUser, failure } from '../api.ts';

export interface ChatMessage {
  role: 'user' | 'assistant';
  content: string;
}

export type ChatEvent =
  | { type: 'delta'; text: string }
  | { type: 'done'; extension: AnswerExtension };

/** Streams one answer; the last event carries where it stands. */
export async function* streamChat(
  input: { personaId: string; conversationId: string | undefined; messages: ChatMessage[] },
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  const response = await fetch('/v1/chat/completions', {
    method: 'POST',
    credentials: 'same-origin',
    signal,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model: input.personaId,
      stream: true,
      user: consoleUser,
      messages: input.messages,
      ...(input.conversationId ? { personate: { conversationId: input.conversationId } } : {}),
    }),
  });
  if (!response.ok || response.body === null) throw await failure(response);

  const queue: ChatEvent[] = [];
  let trouble: ApiError | undefined;
  let whole = false;
  const parser = createParser({
    onEvent({ data }) {
      if (data === '[DONE]') return;
      const chunk = JSON.parse(data) as ChatChunk & {
        error?: { message: string; code: string };
        fix?: string;
      };
      if (chunk.error) {
        trouble = new ApiError(
          502,
          chunk.error.code,
          chunk.error.message,
          chunk.fix ?? 'Ask again.',
        );
        return;
      }
      const text = chunk.choices[0]?.delta.content;
      if (text) queue.push({ type: 'delta', text });
      if (!chunk.personate) return;
      whole = true;
      queue.push({ type: 'done', extension: chunk.personate });
    },
  });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (value) parser.feed(decoder.decode(value, { stream: true }));
    yield* queue.splice(0);
    if (trouble) throw trouble;
    if (done && whole) return;
    // An answer without its end has no evidence beside it: it must not pass for a whole one.
    if (done) throw new ApiError(0, 'network.cut', 'The answer broke off.', 'Ask again.');
  }
}
