import assert from 'node:assert/strict';
import type { Client } from '../e2e/client.ts';
import { eventually } from '../harness/eventually.ts';
import type { Load } from './cluster-load.ts';

interface Job {
  ingestionId: string;
  status: string;
  error: unknown;
  report: { added: number } | null;
}

export interface PromiseCheck {
  /**
   * Of what came since the last check, while nobody asks for anything: no acknowledged turn lost, each fact learnt
   * once, every acknowledged upload ingested; and of all that ever came: each document once. @throws AssertionError
   */
  check(): Promise<void>;
  /** What was checked so far. */
  summary(): string;
}

export function openPromiseCheck({ call }: Client, personaId: string, load: Load): PromiseCheck {
  const jobs = new Map<string, Job>();
  let told = 0;
  let uploads = 0;
  let documents = 0;

  async function turnsOf(user: string): Promise<string[]> {
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

  async function checkTold({ user, dog, turnId }: Load['told'][number]): Promise<void> {
    const stored = await turnsOf(user);
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

  async function checkIngestion(): Promise<void> {
    const path = `/v1/personas/${personaId}/ingestions`;
    const seen = await eventually('every ingestion ends', 240_000, async () => {
      const { items } = await call<{ items: Job[] }>('GET', `${path}?limit=200`);
      const ended = ['done', 'failed', 'cancelled'];
      return items.every(({ status }) => ended.includes(status)) ? items : undefined;
    });
    for (const job of seen) jobs.set(job.ingestionId, job);
    for (const id of load.uploads.slice(uploads)) {
      const job = jobs.get(id) ?? (await call<Job>('GET', `${path}/${id}`));
      assert.equal(job.status, 'done', `an upload was not ingested: ${JSON.stringify(job.error)}`);
    }
    uploads = load.uploads.length;
    const added = [...jobs.values()].reduce((sum, { report }) => sum + (report?.added ?? 0), 0);
    ({ documents } = await call<{ documents: number }>(
      'GET',
      `/v1/personas/${personaId}/knowledge/statistics`,
    ));
    assert.equal(documents, added, 'documents that are not what the runs report');
  }

  return {
    async check() {
      for (const one of load.told.slice(told)) await checkTold(one);
      told = load.told.length;
      await checkIngestion();
    },
    summary: () =>
      `${told} acknowledged facts: stored, and learnt once each. ${uploads} acknowledged uploads: ingested; ${documents} documents, each once.`,
  };
}
