// How many of the 30 nearest the graph over vectors finds, by how far it looks (hnsw.ef_search), on a real Postgres:
//   node --conditions=@personate/source --import tsx bench/stores/graph.ts [--passages 10000] [--questions 60] [--json]
import { parseArgs } from 'node:util';
import { openDatabase } from '../../packages/records/src/index.ts';
import { startPostgres } from '../../packages/records/src/testing.ts';
import { progress } from '../measure/progress.ts';
import { print, type Row } from '../measure/report.ts';
import { summarise } from '../measure/summarise.ts';
import { loadPlain } from './plain-hybrid.ts';
import { Zipf } from './zipf.ts';

const { values: flags } = parseArgs({
  options: {
    passages: { type: 'string', default: '10000' },
    questions: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
});
const wanted = 30;
const rows: Row[] = [];

for (const size of flags.passages.split(',').map(Number)) {
  const server = await startPostgres({ shared_buffers: '512MB', maintenance_work_mem: '512MB' });
  const database = await openDatabase({ kind: 'postgres', url: server.url, migrate: false });
  const client = await database.pool.connect();
  const world = new Zipf(size);
  progress(`${size} passages: load`);
  await loadPlain(
    database.pool,
    Array.from({ length: size }, (_, n) => world.passage(n)),
  );
  const questions = Array.from({ length: Number(flags.questions) }, () => world.question());
  // One passage in twenty is for the family; the filter is what a search has to get past.
  const nearest = async (vector: Float32Array): Promise<string[]> => {
    const { rows: found } = await client.query(
      `select passage_id from plain where audience && '{public}' order by embedding <=> $1::vector limit ${wanted}`,
      [`[${vector.join(',')}]`],
    );
    return found.map((row) => (row as { passage_id: string }).passage_id);
  };
  await client.query('set jit = off');
  const measure = async (what: string, exact?: string[][]): Promise<string[][]> => {
    progress(`${size} passages: ${what}`);
    const found: string[][] = [];
    const times: number[] = [];
    for (const { vector } of questions) {
      const from = performance.now();
      found.push(await nearest(vector));
      times.push(performance.now() - from);
    }
    rows.push({ what: `${size}, ${what}: a search`, unit: 'ms', ...summarise(times) });
    const hits = found.map((ids, i) => ids.filter((id) => exact?.[i]?.includes(id)).length);
    if (exact !== undefined)
      rows.push({ what: `${size}, ${what}: of ${wanted}`, unit: 'found', ...summarise(hits) });
    return found;
  };
  await client.query('set enable_indexscan = off');
  const exact = await measure('every vector compared');
  await client.query('reset enable_indexscan; set enable_seqscan = off');
  await client.query(`set hnsw.iterative_scan = 'strict_order'`);
  for (const far of [40, 100, 200, 400]) {
    await client.query(`set hnsw.ef_search = ${far}`);
    await measure(`ef_search ${far}`, exact);
  }
  client.release();
  await database.close();
  await server.stop();
}
print({ bench: 'graph', setting: { questions: flags.questions, wanted }, rows }, flags.json);
