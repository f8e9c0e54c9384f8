/** What a passage takes on the disk of Qdrant and of pgvector, vectors and sentences given: from the difference of two sizes. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import {
  countedStores,
  MemoryGenerationStatistics,
  type KnowledgeStores,
} from '../../packages/knowledge/src/index.ts';
import { QdrantKnowledgeStores } from '../../packages/knowledge-qdrant/src/index.ts';
import { startQdrant } from '../../packages/knowledge-qdrant/src/testing/qdrant-server.ts';
import { MemoryReadGrants } from '../../packages/knowledge-qdrant/tests/support/memory-read-grants.ts';
import { openStore } from '../stores/open-stores.ts';
import { dimensions, Zipf } from '../stores/zipf.ts';

const { values } = parseArgs({ options: { passages: { type: 'string', default: '2000,6000' } } });
const sizes = values.passages.split(',').map(Number);
const { signal } = new AbortController();
const documentsPerStep = 64;

async function fill(stores: KnowledgeStores, size: number): Promise<void> {
  const world = new Zipf(size);
  const writer = await stores.writer(
    {
      personaId: 'bench',
      personaUid: randomUUID(),
      generation: 1,
      embeddingIdentity: 'zipf',
      dimensions,
      averageLength: 20,
    },
    signal,
  );
  for (let from = 0; from < size; from += documentsPerStep) {
    const some = Array.from({ length: Math.min(documentsPerStep, size - from) }, (_, i) =>
      world.passage(from + i),
    );
    await writer.replaceDocuments(
      some.map(({ documentKey }) => documentKey),
      some,
      signal,
    );
  }
  await writer.settle(signal);
}

/** Its files are sparse: what they take, not how long they are. */
async function onQdrant(size: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'personate-scale-'));
  const server = await startQdrant({ QDRANT__STORAGE__STORAGE_PATH: folder });
  try {
    const statistics = new MemoryGenerationStatistics();
    const { url, apiKey } = server;
    const grants = new MemoryReadGrants();
    await fill(
      countedStores(new QdrantKnowledgeStores({ url, apiKey, grants, statistics }), statistics),
      size,
    );
    const { stdout } = await promisify(execFile)('du', ['-s', '--block-size=1', folder]);
    return Number(stdout.split('\t')[0]);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function onPostgres(size: number): Promise<number> {
  const opened = await openStore('postgres');
  const { stores, pool } = opened;
  if (pool === undefined) throw new Error('there is no database beneath');
  try {
    await fill(stores, size);
    const { rows } = (await pool.query(
      `SELECT sum(pg_total_relation_size(c.oid))::bigint AS bytes
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'knowledge' AND c.relkind = 'r'`,
    )) as { rows: Array<{ bytes: string }> };
    return Number(rows[0]?.bytes);
  } finally {
    await opened.close();
  }
}

for (const [name, measure] of Object.entries({ Qdrant: onQdrant, pgvector: onPostgres })) {
  const bytes: number[] = [];
  for (const size of sizes) bytes.push(await measure(size));
  const [few = 0, many = 0] = bytes;
  const each = (many - few) / ((sizes[1] ?? 0) - (sizes[0] ?? 0));
  process.stdout.write(
    `${name}: ${sizes.map((size, i) => `${size} passages ${((bytes[i] ?? 0) / 1e6).toFixed(1)} MB`).join(', ')}: ${each.toFixed(0)} bytes each\n`,
  );
}
