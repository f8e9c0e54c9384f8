import assert from 'node:assert/strict';
import type { Client } from '../e2e/client.ts';
import { eventually } from '../harness/eventually.ts';
import type { Load } from './cluster-load.ts';

/** After all faults: no acknowledged turn lost, each fact learnt once, every upload ingested, each document once. */
export async function checkPromises(
  { call }: Client,
  personaId: string,
  load: Load,
): Promise<string> {
  for (const { user, dog, turnId } of load.told) {
    const stored = await turnsOf({ call }, personaId, user);
    assert.equal(stored.filter((one) => one === turnId).length, 1, `a turn of ${user} is lost`);
    assert.equal(new Set(stored).size, stored.length, `a turn of ${user} is stored twice`);
    const memories = await eventually(`a memory of ${user}`, 120_000, async () => {
      const { items } = await call<{ items: Array<{ quote: string }> }>(
        'GET',
        `/v1/personas/${personaId}/memories?user=${user}`,
      );
      return items.length > 0 ? items : undefined;
    });
    assert.equal(memories.length, 1, `${user} is remembered ${memories.length} times`);
    assert.match(memories[0]?.quote ?? '', new RegExp(`\\b${dog}\\b`));
  }
  const jobs = await eventually('every ingestion ends', 240_000, async () => {
    const { items } = await call<{
      items: Array<{ ingestionId: string; status: string; report: { added: number } | null }>;
    }>('GET', `/v1/personas/${personaId}/ingestions?limit=200`);
    return items.every(({ status }) => status === 'done') ? items : undefined;
  });
  const known = new Set(jobs.map(({ ingestionId }) => ingestionId));
  assert.deepEqual(
    load.uploads.filter((id) => !known.has(id)),
    [],
    'uploads that are lost',
  );
  const added = jobs.reduce((sum, { report }) => sum + (report?.added ?? 0), 0);
  const { documents } = await call<{ documents: number }>(
    'GET',
    `/v1/personas/${personaId}/knowledge/statistics`,
  );
  assert.equal(documents, added, 'documents that are not what the runs report');
  return `${load.told.length} acknowledged facts: stored, and learnt once each. ${load.uploads.length} acknowledged uploads: ingested; ${documents} documents, each once.`;
}

async function turnsOf({ call }: Client, personaId: string, user: string): Promise<string[]> {
  const { items } = await call<{ items: Array<{ conversationId: string }> }>(
    'GET',
    `/v1/conversations?persona=${personaId}&user=${user}&limit=200`,
  );
  const turns: string[] = [];
  for (const { conversationId } of items) {
    const { history } = await call<{ history: Array<{ turnId: string }> }>(
      'GET',
      `/v1/conversations/${conversationId}`,
    );
    turns.push(...history.map(({ turnId }) => turnId));
  }
  return turns;
}
