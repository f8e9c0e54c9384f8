import {
  chatChunkSchema,
  chatCompletionSchema,
  type AnswerExtension,
  type AspectChoice,
  type ChatCompletion,
  type UrlCitation,
  type Usage,
} from '@personate/contracts';
import { parseJson, type Http } from './http.ts';
import { cutOff, errorFromBody, unreadable } from './personate-error.ts';
import { readEvents } from './read-events.ts';

export interface ChatInput {
  /** Its id, or `id@version`. */
  persona: string;
  messages: ReadonlyArray<{ role: 'system' | 'user' | 'assistant'; content: string }>;
  /** Whose memory it is; counts when the key vouches for its users. */
  user?: string;
  conversationId?: string;
  temperature?: number;
  maxTokens?: number;
  /** From 0 (plain) to 100 (the persona's full quirks). */
  style?: number;
  /** Aspects other than the persona's own, for measuring; takes a key with the scope `review`. */
  aspects?: AspectChoice;
  signal?: AbortSignal;
}

export type ChatEvent =
  | { type: 'text'; text: string }
  | {
      type: 'done';
      /** The whole answer. */
      content: string;
      extension: AnswerExtension;
      annotations: UrlCitation[];
      usage: Usage | null;
    };

const path = '/v1/chat/completions';
/** The server ends an answer after a quarter of an hour by itself; a model on a processor may take minutes to begin. */
const usualMs = 16 * 60_000;

/** The answer as it is said, then its end. @throws PersonateError, in mid-stream too. */
export async function* streamChat(
  http: Http,
  input: ChatInput,
): AsyncGenerator<ChatEvent, void, undefined> {
  const text = http.stream({
    method: 'POST',
    path,
    json: { ...wireRequest(input), stream: true, stream_options: { include_usage: true } },
    signal: input.signal,
    usualMs,
  });
  let content = '';
  let end: Omit<ChatEvent & { type: 'done' }, 'content' | 'usage'> | undefined;
  let usage: Usage | null = null;
  for await (const { data } of readEvents(text)) {
    if (data === '[DONE]') break;
    const chunk = readChunk(data);
    const [choice] = chunk.choices;
    const said = choice?.delta.content ?? '';
    content += said;
    if (said !== '') yield { type: 'text', text: said };
    if (chunk.personate !== undefined) {
      const annotations = choice?.delta.annotations ?? [];
      end = { type: 'done', extension: chunk.personate, annotations };
    }
    usage = chunk.usage ?? usage;
  }
  if (end === undefined) throw cutOff();
  yield { ...end, content, usage };
}

export function completeChat(http: Http, input: ChatInput): Promise<ChatCompletion> {
  const { signal } = input;
  const call = { method: 'POST' as const, path, json: wireRequest(input), signal, usualMs };
  return http.read(call, chatCompletionSchema);
}

function wireRequest(input: ChatInput): object {
  const { persona, messages, user, conversationId, temperature, maxTokens, style, aspects } = input;
  const own = {
    ...(conversationId === undefined ? {} : { conversationId }),
    ...(style === undefined ? {} : { style }),
    ...(aspects === undefined ? {} : { aspects }),
  };
  return {
    model: persona,
    messages,
    ...(user === undefined ? {} : { user }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxTokens === undefined ? {} : { max_tokens: maxTokens }),
    ...(Object.keys(own).length === 0 ? {} : { personate: own }),
  };
}

function readChunk(data: string) {
  const value = parseJson(data);
  if (typeof value === 'object' && value !== null && 'error' in value)
    throw errorFromBody(0, value);
  const chunk = chatChunkSchema.safeParse(value);
  if (chunk.success) return chunk.data;
  throw unreadable(chunk.error);
}
