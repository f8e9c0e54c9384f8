import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  qdrantBinaryMissing,
  startQdrant,
  type OwnQdrantServer,
} from '@personate/knowledge-qdrant/testing';
import { redisMissing } from '@personate/queues/testing';
import { openDatabase } from '@personate/records';
import { canTestPostgres } from '@personate/records/testing';
import { run, startCluster, type Cluster, type ClusterEnv } from './harness/cluster.ts';
import { eventually } from './harness/eventually.ts';
import { ask, liveIn, seenOf } from './harness/installation.ts';
import { startServer } from './harness/server.ts';

const postgresUrl = process.env['PERSONATE_TEST_POSTGRES_URL'];
const what = 'an installation that is moved into a cluster';
const missing = await redisMissing();
if (missing !== null) process.stderr.write(`\nSKIPPED: ${what}: NOT tested, ${missing}.\n\n`);
const possible =
  (await canTestPostgres(what, { url: postgresUrl, extension: 'vector' })) && missing === null;
const noQdrant = qdrantBinaryMissing();
if (noQdrant !== null) process.stderr.write(`\nSKIPPED: ${what}, to Qdrant: ${noQdrant}.\n\n`);

interface Moved {
  dryRun: boolean;
  isResumed: boolean;
  tables: Array<{ table: string; rows: number }>;
  uploads: { moved: number; missing: string[] };
  error?: { code: string };
}

(possible ? describe : describe.skip)(what, () => {
  let folder: string;
  let dataDir: string;
  let before: Awaited<ReturnType<typeof seenOf>>;
  let key: string;
  let cluster: Cluster | undefined;
  let qdrant: OwnQdrantServer | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'personate-move-'));
    dataDir = join(folder, 'data');
    await mkdir(join(folder, 'personas'));
    const server = await startServer({
      dataDir,
      env: {
        PERSONATE_PERSONAS_DIR: join(folder, 'personas'),
        PERSONATE_QUIET_SECONDS: '0',
        PERSONATE_SWEEP_SECONDS: '1',
      },
    });
    try {
      ({ key } = await liveIn(server.call));
      before = await seenOf(server.call);
    } finally {
      await server.stop();
    }
  }, 240_000);
  afterAll(async () => {
    await cluster?.stop();
    await qdrant?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  /** `killAt`: a table whose first line of progress is the last that it says. */
  async function move(
    env: ClusterEnv,
    args: string[] = [],
    killAt?: string,
  ): Promise<Moved | null> {
    const program = await run('services/ingestion/src/move/main.ts', env, [
      '--from',
      dataDir,
      ...args,
    ]);
    let said = '';
    let told = '';
    program.stdout?.on('data', (chunk: Buffer) => (told += chunk.toString()));
    createInterface({ input: program.stderr as NodeJS.ReadableStream }).on('line', (line) => {
      said += `${line}\n`;
      if (killAt !== undefined && line.startsWith(`${killAt}:`)) program.kill('SIGKILL');
    });
    const [code, signal] = (await once(program, 'close')) as [number | null, string | null];
    if (signal !== (killAt === undefined ? null : 'SIGKILL') || (killAt ?? told) === '')
      throw new Error(`the move ended with ${code ?? signal}: ${said}`);
    return told === '' ? null : (JSON.parse(told) as Moved);
  }
  const caughtUp = (of: Cluster) =>
    eventually('ingestion has filled the store', 120_000, async () => {
      const statistics = await of.call('GET', '/v1/personas/vera/knowledge/statistics');
      return JSON.stringify(statistics) === JSON.stringify(before.statistics) || undefined;
    });

  it('lived as it was meant to: it has answers, declines, memories and receipts', () => {
    const decisions = before.answers.map(({ decision }) => decision);
    expect(decisions).toEqual(['answered', 'answered', 'answered', 'declined', 'declined', 'answered', 'answered']); // prettier-ignore
    expect(before.memories).toHaveLength(1);
    expect(before.erasures).toHaveLength(3);
  });

  it('answers the same afterwards, though the move was killed on its way', async () => {
    let tables: string[] = [];
    cluster = await startCluster({
      postgresUrl,
      async prepare(env) {
        const planned = await move(env, ['--dry-run']);
        expect(planned).toMatchObject({ dryRun: true, uploads: { moved: 1 } });
        const owner = { kind: 'postgres', url: env.DATABASE_URL } as const;
        const untouched = await openDatabase({ ...owner, migrate: false });
        const { rows } = await untouched.pool.query(`select to_regnamespace('records') as there`);
        expect(rows).toEqual([{ there: null }]);
        await untouched.close();

        await move(env, [], 'corpus.passage');
        await expect(openDatabase({ ...owner, migrate: 'check' })).rejects.toMatchObject({
          code: 'database.move-unfinished',
        });
        const moved = await move(env);
        expect(moved).toMatchObject({
          isResumed: true,
          tables: planned?.tables,
          uploads: { moved: 1, missing: [] },
        });
        tables = (moved?.tables ?? []).flatMap(({ table, rows: n }) => (n > 0 ? table : []));
        expect(await readdir(env.PERSONATE_UPLOADS_DIR)).toHaveLength(1);

        expect((await move(env))?.error?.code).toBe('move.target-not-empty');
      },
    });
    expect(tables).toEqual(expect.arrayContaining(['records.persona', 'records.turn', 'records.memory', 'records.api_key', 'records.erasure', 'corpus.document', 'corpus.embedding', 'corpus.common_set'])); // prettier-ignore
    await caughtUp(cluster);
    expect(await seenOf(cluster.call)).toEqual(before);
  });

  it('goes on living: keys open it, memories grow, an export that it knows adds nothing', async () => {
    if (cluster === undefined) throw new Error('it was not moved');
    const { personate } = await ask(cluster.call, 'What is my dog called?', 'tom', key);
    expect(personate.memories).toHaveLength(1);
    await ask(cluster.call, 'My horse is called Comet.', 'tom', key);
    await eventually('the horse is remembered', 60_000, async () => {
      const { items } = await (cluster as Cluster).call<{ items: unknown[] }>(
        'GET',
        '/v1/personas/vera/memories?user=tom',
      );
      return items.length === 2 || undefined;
    });
    const attached = await cluster.call<{ ingestionId: string }>(
      'PUT',
      '/v1/common/coast/personas/vera',
    );
    const report = await eventually('it is read again', 60_000, async () => {
      const { report: found, status } = await (cluster as Cluster).call<{
        status: string;
        report: object | null;
      }>('GET', `/v1/personas/vera/ingestions/${attached.ingestionId}`);
      return status === 'done' ? found : undefined;
    });
    expect(report).toMatchObject({ added: 0, embedded: 0, unchanged: 1 });
    await cluster.stop();
    cluster = undefined;
  });

  (noQdrant === null ? it : it.skip)('answers the same on Qdrant', async () => {
    qdrant = await startQdrant();
    cluster = await startCluster({
      postgresUrl,
      env: { PERSONATE_KNOWLEDGE_STORE: 'qdrant' },
      envOf: { ingestion: { QDRANT_URL: qdrant.url, QDRANT_API_KEY: qdrant.apiKey } },
      async prepare(env) {
        expect(await move({ ...env, PERSONATE_KNOWLEDGE_STORE: 'qdrant' } as ClusterEnv)).toMatchObject({ isResumed: false }); // prettier-ignore
      },
    });
    await caughtUp(cluster);
    expect(await seenOf(cluster.call)).toEqual(before);
  });
});
