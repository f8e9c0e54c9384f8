export interface Streamed {
  /** From sending the request, in ms: to the first word, to the last one, to the end of the stream. */
  firstMs: number;
  lastMs: number;
  totalMs: number;
  text: string;
  /** The gateway's extension; undefined where a bare endpoint answered. */
  personate: Extension | undefined;
}

export interface Extension {
  decision: string;
  speaker: string;
  timings: { understandMs: number; recallMs: number; decideMs: number; firstTokenMs: number };
}

export interface Asked {
  /** Ends in `/v1`. */
  baseUrl: string;
  key: string;
  model: string;
  messages: ReadonlyArray<{ role: string; content: string }>;
}

interface Chunk {
  choices?: Array<{ delta?: { content?: string } }>;
  personate?: Extension;
  error?: { message?: string };
  title?: string;
}

const requestMs = 120_000;

/** One streamed chat completion, read as any client of OpenAI's wire format reads it. */
export async function askStreamed({ baseUrl, key, model, messages }: Asked): Promise<Streamed> {
  const sentAt = performance.now();
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model, messages, stream: true }),
    signal: AbortSignal.timeout(requestMs),
  });
  if (!response.ok || response.body === null)
    throw new Error(`${response.status} ${await response.text()}`);
  const streamed: Streamed = {
    firstMs: Number.NaN,
    lastMs: Number.NaN,
    totalMs: Number.NaN,
    text: '',
    personate: undefined,
  };
  let open = '';
  const decoder = new TextDecoder();
  for await (const bytes of response.body) {
    open += decoder.decode(bytes, { stream: true });
    const events = open.split('\n\n');
    open = events.pop() ?? '';
    const readAt = performance.now() - sentAt;
    for (const event of events) take(streamed, event, readAt);
  }
  streamed.totalMs = performance.now() - sentAt;
  if (streamed.text === '') throw new Error('the stream ended without a word');
  return streamed;
}

function take(streamed: Streamed, event: string, readAt: number): void {
  const data = event.startsWith('data: ') ? event.slice(6) : '';
  if (data === '' || data === '[DONE]') return;
  const chunk = JSON.parse(data) as Chunk;
  if (chunk.error !== undefined) throw new Error(chunk.error.message ?? data);
  const text = chunk.choices?.[0]?.delta?.content ?? '';
  if (text !== '') {
    if (Number.isNaN(streamed.firstMs)) streamed.firstMs = readAt;
    streamed.lastMs = readAt;
    streamed.text += text;
  }
  if (chunk.personate !== undefined) streamed.personate = chunk.personate;
}
