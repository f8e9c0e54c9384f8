import { describe, expect, it } from '@jest/globals';
import type { IngestionJob } from '@personate/contracts';
import { createPersonateClient } from './create-personate-client.ts';
import { PersonateError } from './personate-error.ts';

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

function withAnswers(answer: Answer, options: { timeoutMs?: number } = {}) {
  const send = (async (url: string, init: RequestInit) => answer(url, init)) as typeof fetch;
  return createPersonateClient({ baseUrl: 'http://server/', apiKey: 'k', fetch: send, ...options });
}
const failing = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error as PersonateError,
  );
/** Never answers; gives up as fetch does. */
const silent: Answer = (_url, init) =>
  new Promise((_, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
  });

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
const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

describe('a call that fails', () => {
  it('of a name that would make another address of it is not sent', async () => {
    let sent = 0;
    const client = withAnswers(() => Response.json({ items: (sent += 1) }));
    for (const name of ['.', '..'])
      expect(await failing(client.common.detach(name, 'ada'))).toMatchObject({
        code: 'client.no-name',
      });
    expect(sent).toBe(0);
  });

  it('says what the server said, and what to do', async () => {
    const body = {
      type: 't',
      title: 'T',
      status: 404,
      detail: 'There is none.',
      code: 'persona.missing',
      fix: 'Make one.',
      instance: 'r',
      error: { message: 'm', type: 't', code: 'c', param: 'model' },
    };
    const client = withAnswers(() => Response.json(body, { status: 404 }));
    expect(await failing(client.personas.get('x'))).toMatchObject({
      name: 'PersonateError',
      status: 404,
      code: 'persona.missing',
      message: 'There is none.',
      fix: 'Make one.',
      param: 'model',
    });
  });

  it('says that another server answered', async () => {
    const client = withAnswers(() => new Response('<html>', { status: 502 }));
    expect(await failing(client.status())).toMatchObject({
      status: 502,
      code: 'client.not-personate',
    });
  });

  it('says that nobody answered', async () => {
    const client = withAnswers(() => {
      throw new TypeError('fetch failed');
    });
    const error = await failing(client.status());
    expect(error).toBeInstanceOf(PersonateError);
    expect(error).toMatchObject({ status: 0, code: 'network.unreachable' });
  });

  it('says that no answer came in time', async () => {
    const client = withAnswers(silent, { timeoutMs: 5 });
    expect(await failing(client.status())).toMatchObject({ code: 'network.timeout' });
  });

  it('passes the caller’s own abort on as it is', async () => {
    const leaving = new AbortController();
    const asked = failing(withAnswers(silent).status(leaving.signal));
    leaving.abort(new Error('I have gone'));
    expect(await asked).toMatchObject({ message: 'I have gone' });
  });

  it.each(['{"version":1}', '[]', 'not json'])('says that it cannot read %s', async (text) => {
    const client = withAnswers(() => new Response(text));
    expect(await failing(client.status())).toMatchObject({ code: 'client.answer-invalid' });
  });
});

it('encodes what stands in a path or a query', async () => {
  const urls: string[] = [];
  const client = withAnswers((url) => {
    urls.push(url);
    return Response.json({ results: [], timings: {} });
  });
  await client.knowledge.search('a/../b', 'wo? & wann', { k: 3 });
  expect(urls).toEqual([
    'http://server/v1/personas/a%2F..%2Fb/knowledge/search?q=wo%3F+%26+wann&k=3',
  ]);
});

describe('a stream', () => {
  const messages = [{ role: 'user' as const, content: 'Hm?' }];
  const drain = async (items: AsyncIterable<unknown>) => {
    for await (const _ of items);
  };

  it('that ends before its end says that it broke off', async () => {
    const client = withAnswers(() => new Response(': hello\n\n'));
    const asked = drain(client.chat({ persona: 'mara', messages }));
    expect(await failing(asked)).toMatchObject({ code: 'network.cut' });
  });

  it('that says nothing for too long is given up', async () => {
    const client = withAnswers(
      (_url, { signal }) =>
        new Response(
          new ReadableStream({
            start(controller) {
              signal?.addEventListener('abort', () => controller.error(signal.reason));
            },
          }),
        ),
      { timeoutMs: 5 },
    );
    const asked = drain(client.chat({ persona: 'mara', messages }));
    expect(await failing(asked)).toMatchObject({ code: 'network.timeout' });
  });

  it('of a job is made again when its connection is lost', async () => {
    let connections = 0;
    const client = withAnswers(() => {
      connections += 1;
      if (connections === 2) throw new TypeError('fetch failed');
      return new Response(
        connections === 1 ? event('progress', job) : event('done', { ...job, status: 'done' }),
      );
    });
    const states: string[] = [];
    for await (const { status } of client.ingestions.watch('mara', job.ingestionId)) {
      states.push(status);
    }
    expect(states).toEqual(['running', 'done']);
    expect(connections).toBe(3);
  });
});
