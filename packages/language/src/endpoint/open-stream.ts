import { z } from 'zod';
import type { ChatMessage } from '../speaker.ts';
import { observeEnd } from './observe-end.ts';

export interface StreamChunk {
  text: string;
  usage?: { promptTokens: number; completionTokens: number };
  /** The endpoint's word on why it stopped, or {@link endOfStream} where the stream merely came to its end. */
  finish?: string;
}

export const endOfStream = 'end of stream';

export interface StreamRequest {
  baseUrl: string;
  apiKey: string | undefined;
  model: string;
  messages: readonly ChatMessage[];
  temperature: number | undefined;
  maxTokens: number;
  /** OpenAI's `response_format`. */
  responseFormat?: object;
  /** Told whenever bytes come, words or not. */
  onSign?: () => void;
}

/**
 * One streamed call through LangChain's client. Its retries are off (ours know what was said already), and so is
 * its tracing: a handler of the tracer's name is in place before it would add the one that uploads.
 * @throws whatever the client throws; see `failureOf`.
 */
export async function* openStream(
  request: StreamRequest,
  signal: AbortSignal,
): AsyncGenerator<StreamChunk, void, undefined> {
  const [{ ChatOpenAICompletions }, { BaseCallbackHandler }] = await Promise.all([
    import('@langchain/openai'),
    import('@langchain/core/callbacks/base'),
  ]);
  const silentTracer = new (class extends BaseCallbackHandler {
    readonly name = 'langchain_tracer';
  })();
  const end = observeEnd(fetch, request.onSign);
  const model = new ChatOpenAICompletions({
    model: request.model,
    // The client insists on one; local servers look at none.
    apiKey: request.apiKey ?? 'none',
    configuration: {
      baseURL: request.baseUrl,
      fetch: end.fetch,
      // It would print what it cannot parse: that is the persona's or the user's text.
      logLevel: 'off',
      organization: null,
      project: null,
    },
    maxRetries: 0,
    streaming: true,
    streamUsage: true,
    maxTokens: request.maxTokens,
    ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
    ...(request.responseFormat === undefined
      ? {}
      : { modelKwargs: { response_format: request.responseFormat } }),
  });
  const messages = request.messages.map(({ role, content }) => ({ role, content }));
  const stream = await model.stream(messages, { signal, callbacks: [silentTracer] });
  for await (const chunk of stream) {
    const finish: unknown = chunk.response_metadata['finish_reason'];
    const usage = usageSchema.safeParse(chunk.usage_metadata);
    yield {
      text: typeof chunk.content === 'string' ? chunk.content : '',
      ...(typeof finish === 'string' ? { finish } : {}),
      ...(usage.success ? { usage: usage.data } : {}),
    };
  }
  if (end.seen()) yield { text: '', finish: endOfStream };
}

const usageSchema = z
  .object({ input_tokens: z.number(), output_tokens: z.number() })
  .transform((usage) => ({
    promptTokens: usage.input_tokens,
    completionTokens: usage.output_tokens,
  }));
