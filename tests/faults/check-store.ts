import assert from 'node:assert/strict';
import { openDatabase, type Database } from '@personate/records';
import type { ProcessCluster } from './process-cluster.ts';

interface Serving {
  uid: string;
  generation: number;
  collection: string | null;
}

/** The knowledge store holds the passages of the records, and no other ones. */
export async function checkStore(
  { postgres, qdrant }: Pick<ProcessCluster, 'postgres' | 'qdrant'>,
  personaId: string,
): Promise<number> {
  const owner = await openDatabase({ kind: 'postgres', url: postgres.url, migrate: false });
  try {
    const [serving] = await rowsOf<Serving>(
      owner,
      `select p.uid, g.generation, g.collection from records.knowledge_generation g
       join records.persona p on p.id = g.persona_id where p.id = $1 and g.status = 'serving'`,
      [personaId],
    );
    assert.ok(serving, 'no generation serves');
    const due = await idsOf(owner, 'select passage_id from corpus.passage where persona_id = $1', [
      personaId,
    ]);
    const held =
      qdrant === null
        ? await idsOf(
            owner,
            `select passage_id from knowledge.p_${serving.uid.replaceAll('-', '')}_g${serving.generation}`,
          )
        : await pointsOf(qdrant, serving.collection ?? '');
    assert.deepEqual(held, due, 'the knowledge store is not what the records say');
    return due.length;
  } finally {
    await owner.close();
  }
}

async function rowsOf<Row>(owner: Database, text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await owner.pool.query(text, values);
  return rows as Row[];
}

async function idsOf(owner: Database, text: string, values?: unknown[]): Promise<string[]> {
  const rows = await rowsOf<{ passage_id: string }>(owner, text, values);
  return rows.map(({ passage_id: id }) => id).toSorted();
}

async function pointsOf(
  { url, apiKey }: { url: string; apiKey: string },
  collection: string,
): Promise<string[]> {
  const ids: string[] = [];
  let offset: unknown;
  do {
    const answer = await fetch(`${url}/collections/${collection}/points/scroll`, {
      method: 'POST',
      headers: { 'api-key': apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({ limit: 1_000, with_payload: false, offset }),
      signal: AbortSignal.timeout(30_000),
    });
    assert.equal(answer.status, 200, await answer.clone().text());
    const { result } = (await answer.json()) as {
      result: { points: Array<{ id: string }>; next_page_offset: unknown };
    };
    ids.push(...result.points.map(({ id }) => id));
    offset = result.next_page_offset;
  } while (offset !== null);
  return ids.toSorted();
}
