import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../../tests/harness/cluster.ts';

const waitMs = 3_600_000;

/** A persona with these texts as its own documents, read and projected. @returns its passages. */
export async function fillPersona(
  cluster: Pick<Cluster, 'call'>,
  { personaId, texts }: { personaId: string; texts: readonly string[] },
): Promise<number> {
  await cluster.call('POST', '/v1/personas', {
    id: personaId,
    name: 'Vera Holm',
    subject: { kind: 'fictional' },
  });
  const lines = texts.map(
    (text, i) =>
    JSON.stringify({ id: `d${i}`, text, author: 'Vera Holm', thread: `t${Math.floor(i / 10)}`, time: new Date(Date.UTC(2000, 0, 1 + i)).toISOString() }), // prettier-ignore
  );
  const form = new FormData();
  form.set('source', 'bench');
  form.set('self', 'Vera Holm');
  form.set('file', new Blob([lines.join('\n')]), 'texts.jsonl');
  const job = await cluster.call<{ ingestionId: string }>(
    'POST',
    `/v1/personas/${personaId}/ingestions`,
    form,
  );
  for (const until = Date.now() + waitMs; Date.now() < until; await sleep(1_000)) {
    const { status } = await cluster.call<{ status: string }>(
      'GET',
      `/v1/personas/${personaId}/ingestions/${job.ingestionId}`,
    );
    if (status === 'failed' || status === 'cancelled') throw new Error(`the ingestion ${status}`);
    if (status !== 'done') continue;
    const { passages } = await cluster.call<{ passages: number }>(
      'GET',
      `/v1/personas/${personaId}/knowledge/statistics`,
    );
    return passages;
  }
  throw new Error('the ingestion did not end');
}
