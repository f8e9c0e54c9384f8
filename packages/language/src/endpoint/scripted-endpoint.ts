import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ChatMessage } from '../speaker.ts';

/** What the endpoint does with one call. */
export type ScriptedReply =
  /** `chunkCharacters` (default 6) at a time, `delayMs` (default 0) before each. */
  | { type: 'text'; text: string; chunkCharacters?: number; delayMs?: number }
  /** Sends a comment so many times, `everyMs` apart, as servers do that still read; then the text, where there is one. */
  | { type: 'reading'; signs: number; everyMs: number; text?: string }
  /** Takes the call and never answers. */
  | { type: 'hang' }
  /** Sends that text, then nothing more. */
  | { type: 'stall'; text: string }
  /** Sends that text, then tears the connection down. */
  | { type: 'cut'; text: string }
  /** Sends that text, then ends without a word on why. */
  | { type: 'end-early'; text: string }
  | { type: 'status'; status: number; retryAfter?: string; body?: unknown }
  /** 200 with bytes that are no event stream. */
  | { type: 'garbage'; body?: string; contentType?: string }
  /** A well-formed stream without a word in it. */
  | { type: 'empty'; finish?: string }
  /** An error object in the middle of the stream. */
  | { type: 'stream-error'; text: string };

export interface ScriptedRequest {
  path: string;
  headers: IncomingMessage['headers'];
  body: { model?: string; messages?: ChatMessage[]; stream?: boolean; [member: string]: unknown };
}

export interface ScriptedEndpoint extends AsyncDisposable {
  /** Ends in `/v1`. */
  baseUrl: string;
  /** Calls for chat completions so far, oldest first. */
  requests: readonly ScriptedRequest[];
  /** What comes next: one a call, the last one for ever; or a function of the call. */
  script(replies: readonly ScriptedReply[] | ((request: ScriptedRequest) => ScriptedReply)): void;
  close(): Promise<void>;
}

/** A small real HTTP server that speaks OpenAI's wire format and fails on demand. For tests and benchmarks. */
export async function startScriptedEndpoint(
  replies: Parameters<ScriptedEndpoint['script']>[0] = [{ type: 'text', text: 'Hello.' }],
  options: { models?: readonly string[] } = {},
): Promise<ScriptedEndpoint> {
  const models = options.models ?? ['scripted'];
  const requests: ScriptedRequest[] = [];
  const closing = new AbortController();
  let script = replies;
  let calls = 0;
  const next = (request: ScriptedRequest): ScriptedReply => {
    if (typeof script === 'function') return script(request);
    calls += 1;
    return script[Math.min(calls, script.length) - 1] ?? { type: 'empty' };
  };
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing, { models, requests, next, signal: closing.signal }).catch(() =>
      outgoing.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    if (closing.signal.aborted) return;
    closing.abort();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    script(following) {
      script = following;
      calls = 0;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

interface Handling {
  models: readonly string[];
  requests: ScriptedRequest[];
  next: (request: ScriptedRequest) => ScriptedReply;
  signal: AbortSignal;
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handling: Handling,
): Promise<void> {
  const path = incoming.url ?? '/';
  if (path.endsWith('/models')) {
    const data = handling.models.map((id) => ({ id, object: 'model', owned_by: 'script' }));
    sendJson(outgoing, 200, { object: 'list', data });
    return;
  }
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const body = JSON.parse(Buffer.concat(pieces).toString('utf8')) as ScriptedRequest['body'];
  const request = { path, headers: incoming.headers, body };
  handling.requests.push(request);
  await perform(handling.next(request), request, outgoing, handling.signal);
}

async function perform(
  reply: ScriptedReply,
  request: ScriptedRequest,
  outgoing: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  switch (reply.type) {
    case 'hang':
      return;
    case 'status':
      if (reply.retryAfter !== undefined) outgoing.setHeader('retry-after', reply.retryAfter);
      sendJson(
        outgoing,
        reply.status,
        reply.body ?? { error: { message: 'scripted', type: 'scripted', code: null } },
      );
      return;
    case 'garbage':
      outgoing.writeHead(200, { 'content-type': reply.contentType ?? 'text/event-stream' });
      outgoing.end(
        reply.body ?? 'data: {"choices": [{"delta": {"content": "br\n\ndata: <oops>\n\n',
      );
      return;
    case 'empty':
      beginStream(outgoing);
      sendChunk(outgoing, request, {}, reply.finish ?? 'stop');
      outgoing.end('data: [DONE]\n\n');
      return;
    case 'text':
      if (request.body.stream !== true)
        sendJson(outgoing, 200, wholeCompletion(request, reply.text));
      else await sendText(outgoing, request, reply, signal);
      return;
    case 'reading':
      beginStream(outgoing);
      for (let sign = 0; sign < reply.signs && !outgoing.destroyed; sign += 1) {
        outgoing.write(':\n\n');
        await delay(reply.everyMs, undefined, { signal });
      }
      if (reply.text === undefined) outgoing.end();
      else await sendText(outgoing, request, { type: 'text', text: reply.text }, signal);
      return;
    case 'stall':
    case 'cut':
    case 'end-early':
    case 'stream-error':
      beginStream(outgoing);
      await new Promise<void>((resolve) => {
        outgoing.write(chunkOf(request, { role: 'assistant', content: reply.text }, null), () =>
          resolve(),
        );
      });
      // The client must have read it before the connection breaks.
      if (reply.type === 'cut')
        await delay(30, undefined, { signal }).then(() => outgoing.destroy());
      if (reply.type === 'end-early') outgoing.end();
      if (reply.type === 'stream-error') {
        outgoing.end('data: {"error": {"message": "scripted", "type": "server_error"}}\n\n');
      }
  }
}

async function sendText(
  outgoing: ServerResponse,
  request: ScriptedRequest,
  reply: Extract<ScriptedReply, { type: 'text' }>,
  signal: AbortSignal,
): Promise<void> {
  const size = Math.max(1, reply.chunkCharacters ?? 6);
  const characters = [...reply.text];
  if (!outgoing.headersSent) beginStream(outgoing);
  sendChunk(outgoing, request, { role: 'assistant', content: '' }, null);
  for (let at = 0; at < characters.length && !outgoing.destroyed; at += size) {
    if (reply.delayMs !== undefined && reply.delayMs > 0)
      await delay(reply.delayMs, undefined, { signal });
    sendChunk(outgoing, request, { content: characters.slice(at, at + size).join('') }, null);
  }
  sendChunk(outgoing, request, {}, 'stop');
  const usage = {
    prompt_tokens: 100,
    completion_tokens: characters.length,
    total_tokens: 100 + characters.length,
  };
  outgoing.write(`data: ${JSON.stringify({ ...envelope(request), choices: [], usage })}\n\n`);
  outgoing.end('data: [DONE]\n\n');
}

function beginStream(outgoing: ServerResponse): void {
  outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
}

function sendChunk(
  outgoing: ServerResponse,
  request: ScriptedRequest,
  delta: object,
  finish: string | null,
): void {
  outgoing.write(chunkOf(request, delta, finish));
}

function chunkOf(request: ScriptedRequest, delta: object, finish: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ ...envelope(request), choices })}\n\n`;
}

function envelope({ body }: ScriptedRequest): object {
  return {
    id: 'scripted',
    object: 'chat.completion.chunk',
    created: 0,
    model: body.model ?? 'scripted',
  };
}

function wholeCompletion({ body }: ScriptedRequest, text: string): object {
  return {
    id: 'scripted',
    object: 'chat.completion',
    created: 0,
    model: body.model ?? 'scripted',
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 100, completion_tokens: text.length, total_tokens: 100 + text.length },
  };
}

function sendJson(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(body));
}
