import assert from 'node:assert/strict';
import { openHttpClient, type HttpClient } from '@personate/test-cluster/http';
import { eventually } from '../harness/eventually.ts';

export type Client = Pick<HttpClient, 'call'>;

export function openClient(url: string, key: string): Client {
  // Who balances by connection would give all requests to one gateway.
  return openHttpClient(url, key, { timeoutMs: 90_000, keepsConnections: false });
}

interface Job {
  ingestionId: string;
  status: string;
  report: { added: number; unchanged: number } | null;
  error: unknown;
}
export interface Answer {
  choices: Array<{ message: { content: string } }>;
  personate: {
    turnId: string;
    decision: string;
    version: number;
    citations: Array<{ documentId: string }>;
    memories: Array<{ quote: string }>;
  };
}

const diary = [
  { id: 'boat', text: 'I bought a small wooden boat called Heron in the spring of 2014 and painted her green.', time: '2014-04-02' },
  { id: 'bread', text: 'I bake rye bread every Saturday with the sourdough that my aunt Ilse gave me.', time: '2016-01-09' },
  { id: 'piano', text: 'I play the piano badly but with great joy, mostly old waltzes after supper.', time: '2018-11-20' },
]; // prettier-ignore

export async function createPersona({ call }: Client, id: string): Promise<void> {
  await call('POST', '/v1/personas', {
    id,
    name: 'Vera Holm',
    subject: { kind: 'fictional' },
    disclosure: 'A synthetic persona.',
    evolution: { mode: 'automatic' },
  });
}

/** @returns the report of the run, once it is done. */
export async function ingestDiary({ call }: Client, id: string): Promise<Job['report']> {
  const form = new FormData();
  form.set('source', 'diary');
  form.set('self', 'Vera Holm');
  const lines = diary.map((line) => JSON.stringify({ ...line, author: 'Vera Holm' }));
  form.set('file', new Blob([lines.join('\n')]), 'diary.jsonl');
  const { ingestionId } = await call<Job>('POST', `/v1/personas/${id}/ingestions`, form);
  const { report } = await eventually('the ingestion is done', 180_000, async () => {
    const job = await call<Job>('GET', `/v1/personas/${id}/ingestions/${ingestionId}`);
    assert.notEqual(job.status, 'failed', JSON.stringify(job.error));
    return job.status === 'done' ? job : undefined;
  });
  return report;
}

export const ask = ({ call }: Client, model: string, content: string, user?: string) =>
  call<Answer>('POST', '/v1/chat/completions', {
    model,
    messages: [{ role: 'user', content }],
    ...(user === undefined ? {} : { user }),
  });

/** Three people who ask the same make it the persona's own reply: a version that evolution commits. */
export async function learnVersion(client: Client, id: string): Promise<number> {
  for (const user of ['ann', 'bob', 'cem'])
    await ask(client, id, 'What was the name of your boat?', user);
  const learnt = await eventually('evolution commits a version', 180_000, async () => {
    const { items } = await client.call<{ items: Array<{ origin: string; version: number }> }>(
      'GET',
      `/v1/personas/${id}/versions`,
    );
    return items.find(({ origin }) => origin === 'evolution');
  });
  return learnt.version;
}
