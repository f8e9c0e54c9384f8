import { setTimeout as delay } from 'node:timers/promises';
import type { TestCluster } from '@personate/test-cluster';

export interface Ingested {
  /** From sending the upload until a search finds its last document. */
  searchableMs: number;
  passages: number;
  /** From there until the persona was drafted of it; 0 where nothing had changed. */
  draftMs: number;
}

interface Job {
  ingestionId: string;
  status: string;
  report: { added: number; unchanged: number; embedded: number } | null;
  error: { message: string } | null;
}

const author = 'Vera Holm';
const pollMs = 20;

/** One upload of `jsonl`, through the HTTP API, as a persona of its own. */
export async function ingestOnce(
  cluster: TestCluster,
  input: { personaId: string; texts: readonly string[]; again: boolean },
): Promise<Ingested> {
  const { personaId, texts, again } = input;
  const at = `/v1/personas/${personaId}`;
  if (!again)
    await cluster.call('POST', '/v1/personas', {
      id: personaId,
      name: author,
      subject: { kind: 'fictional' },
      disclosure: 'A synthetic persona.',
    });
  const form = new FormData();
  form.set('source', 'bench');
  form.set('self', author);
  form.set('file', new Blob([toJsonl(texts)]), 'bench.jsonl');

  const beganAt = performance.now();
  const { ingestionId } = await cluster.call<Job>('POST', `${at}/ingestions`, form);
  const { report, error } = await ended(cluster, `${at}/ingestions/${ingestionId}`);
  if (report === null) throw new Error(error?.message ?? 'the ingestion was cancelled');
  const last = texts.length - 1;
  const { results } = await cluster.call<{ results: Array<{ documentId: string }> }>(
    'GET',
    `${at}/knowledge/search?k=5&q=${encodeURIComponent(texts[last] ?? '')}`,
  );
  const searchableMs = performance.now() - beganAt;
  if (!results.some(({ documentId }) => documentId === `d${last}`))
    throw new Error('the last document is not found');
  const expected = again ? report.unchanged : report.added;
  if (expected !== texts.length) throw new Error(`counted ${expected} of ${texts.length}`);
  return {
    searchableMs,
    passages: report.embedded,
    draftMs: again ? 0 : await drafted(cluster, `${at}/proposals`),
  };
}

async function ended(cluster: TestCluster, path: string): Promise<Job> {
  for (;;) {
    const job = await cluster.call<Job>('GET', path);
    if (job.status !== 'queued' && job.status !== 'running') return job;
    await delay(pollMs);
  }
}

async function drafted(cluster: TestCluster, path: string): Promise<number> {
  const beganAt = performance.now();
  while (performance.now() - beganAt < 60_000) {
    const { items } = await cluster.call<{ items: unknown[] }>('GET', path);
    if (items.length > 0) return performance.now() - beganAt;
    await delay(pollMs);
  }
  throw new Error('nothing was drafted within a minute');
}

function toJsonl(texts: readonly string[]): string {
  const first = Date.UTC(2015, 0, 1);
  return texts
    .map((text, i) =>
      JSON.stringify({
        id: `d${i}`,
        text,
        author,
        time: new Date(first + i * 86_400_000).toISOString(),
      }),
    )
    .join('\n');
}
