import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the endpoint does with one call. */
export type ScriptedEmbedding =
  | { type: 'vectors'; change?: (data: ScriptedVector[]) => unknown[] }
  /** Takes the call and never answers. */
  | { type: 'hang' }
  /** Begins the answer and tears the connection down. */
  | { type: 'cut' }
  | { type: 'status'; status: number; retryAfter?: string }
  | { type: 'body'; body: string };

export interface ScriptedVector {
  object: 'embedding';
  index: number;
  embedding: string | number[];
}

export interface EmbeddingsCall {
  headers: IncomingMessage['headers'];
  body: { model: string; input: string[]; encoding_format?: string; dimensions?: number };
}

export interface ScriptedEmbeddings extends AsyncDisposable {
  /** Ends in `/v1`. */
  baseUrl: string;
  /** So far, oldest first. */
  calls: readonly EmbeddingsCall[];
  /** What comes next: one a call, the last one for ever; or a function of the call. */
  script(
    replies: readonly ScriptedEmbedding[] | ((call: EmbeddingsCall) => ScriptedEmbedding),
  ): void;
  close(): Promise<void>;
}

/**
 * A small real HTTP server that embeds by counting words (texts with words in common are near), and that fails on
 * demand. For tests and benchmarks.
 */
export async function startScriptedEmbeddings(
  options: { dimensions?: number; windowTokens?: number; delayMs?: number } = {},
): Promise<ScriptedEmbeddings> {
  const { dimensions = 64, windowTokens = Infinity, delayMs = 0 } = options;
  const calls: EmbeddingsCall[] = [];
  let script: Parameters<ScriptedEmbeddings['script']>[0] = [{ type: 'vectors' }];
  let next = 0;
  const replyTo = (call: EmbeddingsCall): ScriptedEmbedding => {
    if (typeof script === 'function') return script(call);
    next += 1;
    return script[Math.min(next, script.length) - 1] ?? { type: 'vectors' };
  };
  const server = createServer((incoming, outgoing) => {
    void read(incoming).then(async (call) => {
      await sleep(delayMs);
      calls.push(call);
      perform(replyTo(call), call, outgoing, { dimensions, windowTokens });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    calls,
    script(following) {
      script = following;
      next = 0;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function read(incoming: IncomingMessage): Promise<EmbeddingsCall> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const body = JSON.parse(Buffer.concat(pieces).toString('utf8')) as EmbeddingsCall['body'];
  return { headers: incoming.headers, body };
}

function perform(
  reply: ScriptedEmbedding,
  { body }: EmbeddingsCall,
  outgoing: ServerResponse,
  model: { dimensions: number; windowTokens: number },
): void {
  const json = { 'content-type': 'application/json' };
  switch (reply.type) {
    case 'hang':
      return;
    case 'cut':
      outgoing.writeHead(200, { ...json, 'content-length': '1000' });
      outgoing.write('{"data": [', () => outgoing.destroy());
      return;
    case 'status':
      outgoing.writeHead(reply.status, {
        ...json,
        ...(reply.retryAfter === undefined ? {} : { 'retry-after': reply.retryAfter }),
      });
      outgoing.end(JSON.stringify({ error: { message: `scripted: ${body.input.join(' ')}` } }));
      return;
    case 'body':
      outgoing.writeHead(200, json).end(reply.body);
      return;
    case 'vectors': {
      const dimensions = body.dimensions ?? model.dimensions;
      const data = body.input.map((text, index): ScriptedVector => {
        const vector = embedByWords(text, dimensions, model.windowTokens);
        const embedding =
          body.encoding_format === 'base64'
            ? Buffer.from(vector.buffer).toString('base64')
            : [...vector];
        return { object: 'embedding', index, embedding };
      });
      outgoing
        .writeHead(200, json)
        .end(JSON.stringify({ object: 'list', data: reply.change?.(data) ?? data }));
    }
  }
}

/** Each word adds one to a place of its own (by its hash); not normalised, as some servers give them. */
function embedByWords(text: string, dimensions: number, windowTokens: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of (text.toLowerCase().match(/\S+/gu) ?? []).slice(0, windowTokens)) {
    const at = createHash('sha256').update(word).digest().readUInt32BE(0) % dimensions;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  return vector;
}
