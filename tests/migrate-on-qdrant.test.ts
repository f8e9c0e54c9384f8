import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  qdrantBinaryMissing,
  startQdrant,
  type OwnQdrantServer,
} from '@personate/knowledge-qdrant/testing';
import { killDuringMigration } from './faults/kill-migration.ts';

const missing = qdrantBinaryMissing();
if (missing !== null)
  process.stderr.write(`\nSKIPPED: a migration on Qdrant was NOT tested: ${missing}\n\n`);

(missing === null ? describe : describe.skip)('a migration on Qdrant', () => {
  let qdrant: OwnQdrantServer;
  beforeAll(async () => {
    qdrant = await startQdrant();
  }, 60_000);
  afterAll(() => qdrant?.stop());

  const pointsIn = async (collection: string): Promise<number> => {
    const answer = await fetch(`${qdrant.url}/collections/${collection}/points/count`, {
      method: 'POST',
      headers: { 'api-key': qdrant.apiKey, 'content-type': 'application/json' },
      body: '{}',
    });
    return ((await answer.json()) as { result: { count: number } }).result.count;
  };
  const collections = async (): Promise<string[]> => {
    const headers = { 'api-key': qdrant.apiKey };
    const answer = await fetch(`${qdrant.url}/collections`, { headers });
    const { result } = (await answer.json()) as { result: { collections: { name: string }[] } };
    return result.collections.map(({ name }) => name).toSorted();
  };

  it('killed in between it goes on, every question is answered, and both generations hold everything', async () => {
    const { failed, answered, interrupted } = await killDuringMigration({
      qdrant,
      kills: 1,
      documents: 200,
      talkers: 2,
      random: () => 0,
      say: () => undefined,
    });
    expect({ failed, interrupted }).toEqual({ failed: 0, interrupted: 1 });
    expect(answered).toBeGreaterThan(3);
    const names = await collections();
    expect(names.map((name) => name.slice(-3))).toEqual(['_g1', '_g2']);
    // 50 documents arrived while it was under way.
    for (const name of names) expect([name, await pointsIn(name)]).toEqual([name, 250]);
  }, 600_000);
});
