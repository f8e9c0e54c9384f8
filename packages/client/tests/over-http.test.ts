import { describe, expect, it } from '@jest/globals';
import type { IngestionJob } from '@personate/contracts';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPersonateClient, type PersonateError } from '../src/index.ts';
import { bodyOf, json, openLocalServer } from './support/local-server.ts';

const job: IngestionJob = {
  ingestionId: '00000000-0000-4000-8000-000000000001',
  personaId: 'mara',
  status: 'running',
  options: { dryRun: false, full: false },
  fileName: 'a.md',
  progress: { phase: 'reading', documents: 0, passages: 0 },
  report: null,
  error: null,
  createdAt: '2026-01-01T00:00:00Z',
  finishedAt: null,
};
const largeBytes = 160 * 1024 * 1024;
const jobPath = `/v1/personas/mara/ingestions/${job.ingestionId}`;
const failing = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error as PersonateError,
  );

describe('the client, over a real connection', () => {
  it('names the address that nobody listens at, and how to start a server', async () => {
    const server = await openLocalServer(() => {});
    await server[Symbol.asyncDispose]();
    const error = await failing(createPersonateClient({ baseUrl: server.url }).status());
    expect(error).toMatchObject({ status: 0, code: 'network.unreachable' });
    expect(error.message).toBe(`Nothing answers at ${server.url} (ECONNREFUSED).`);
    expect(error.fix).toContain('npm start');
  });

  it('sends the key, and the file after its fields', async () => {
    let form = '';
    let key: string | undefined;
    await using server = await openLocalServer(async (request, response) => {
      key = request.headers.authorization;
      form = await bodyOf(request);
      json(response, job, 202);
    });
    const client = createPersonateClient({ baseUrl: server.url, apiKey: 'secret' });
    const file = new Blob(['# Boats']);
    await client.ingestions.start('mara', { file, fileName: 'a.md' }, { audience: ['a', 'b'] });
    expect(key).toBe('Bearer secret');
    expect(server.seen).toEqual(['POST /v1/personas/mara/ingestions']);
    expect(form.match(/name="audience"/g)).toHaveLength(2);
    expect(form).toContain('filename="a.md"');
    expect(form.lastIndexOf('name="audience"')).toBeLessThan(form.indexOf('# Boats'));
  });

  it('sends a large file without holding it in memory', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'client-'));
    const path = join(folder, 'large.jsonl');
    await writeFile(path, '');
    await truncate(path, largeBytes);
    let received = 0;
    let held = 0;
    const before = process.memoryUsage().arrayBuffers;
    await using server = await openLocalServer(async (request, response) => {
      for await (const piece of request) {
        received += (piece as Buffer).length;
        held = Math.max(held, process.memoryUsage().arrayBuffers - before);
      }
      json(response, job, 202);
    });
    const client = createPersonateClient({ baseUrl: server.url });
    await client.ingestions.start('mara', { file: await openAsBlob(path), fileName: 'l.jsonl' });
    await rm(folder, { recursive: true });
    expect(received).toBeGreaterThan(largeBytes);
    expect(held).toBeLessThan(largeBytes / 2);
  });

  it('tells which parts of a server work that is not ready', async () => {
    const checks = { database: { ok: false, ms: 3 } };
    await using server = await openLocalServer((_request, response) =>
      json(response, { status: 'not-ready', checks }, 503),
    );
    const client = createPersonateClient({ baseUrl: server.url });
    expect(await client.ready()).toEqual({ status: 'not-ready', checks });
  });

  it('asks for a job whose events do not come through', async () => {
    let asked = 0;
    await using server = await openLocalServer((request, response) => {
      if (request.url?.endsWith('/events') === true) {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).end();
        return;
      }
      asked += 1;
      json(response, asked < 3 ? job : { ...job, status: 'done' });
    });
    const client = createPersonateClient({ baseUrl: server.url });
    const states: string[] = [];
    for await (const { status } of client.ingestions.watch('mara', job.ingestionId, undefined, {
      pauseMs: 1,
    })) {
      states.push(status);
    }
    expect(states).toEqual(['running', 'done']);
    expect(server.seen.filter((one) => one === `GET ${jobPath}`)).toHaveLength(3);
  });

  it('gives up a job whose server stays away, and says that the job goes on', async () => {
    await using server = await openLocalServer((request) => void request.socket.destroy());
    const client = createPersonateClient({ baseUrl: server.url });
    const watched = (async () => {
      for await (const _ of client.ingestions.watch('mara', job.ingestionId, undefined, {
        pauseMs: 1,
      }));
    })();
    expect(await failing(watched)).toMatchObject({ code: 'network.cut' });
    expect(server.seen.length).toBeLessThan(10);
  });

  it('says of a server that dies in mid-answer that the answer broke off', async () => {
    await using server = await openLocalServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': here\n\n', () => request.socket.destroy());
    });
    const client = createPersonateClient({ baseUrl: server.url });
    const messages = [{ role: 'user' as const, content: 'Hm?' }];
    const asked = (async () => {
      for await (const _ of client.chat({ persona: 'mara', messages }));
    })();
    expect(await failing(asked)).toMatchObject({ code: 'network.cut' });
  });

  it('ends the request when the caller leaves the answer', async () => {
    let closed!: () => void;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    await using server = await openLocalServer((_request, response) => {
      response.on('close', closed);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const choices = [
        {
          index: 0,
          delta: { role: 'assistant', content: 'Well' },
          logprobs: null,
          finish_reason: null,
        },
      ];
      const chunk = {
        id: 'c',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'mara',
        choices,
      };
      response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    });
    const client = createPersonateClient({ baseUrl: server.url });
    const messages = [{ role: 'user' as const, content: 'Hm?' }];
    for await (const event of client.chat({ persona: 'mara', messages })) {
      expect(event).toEqual({ type: 'text', text: 'Well' });
      break;
    }
    await gone;
  });
});
