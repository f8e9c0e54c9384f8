// Ways to hold BM25 in a real Postgres, against each other, at several sizes:
//   node --conditions=@personate/source --import tsx bench/stores/lexical.ts [--passages 1000,10000,100000] [--json]
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { analyse, PassageIndex, type EmbeddedPassage } from '../../packages/knowledge/src/index.ts';
import type { SqlQueryable } from '../../packages/knowledge-pgvector/src/index.ts';
import { weighTerms } from '../../packages/knowledge/src/recall/weigh-terms.ts';
import { openDatabase } from '../../packages/records/src/index.ts';
import { startPostgres } from '../../packages/records/src/testing.ts';
import { progress } from '../measure/progress.ts';
import { print, type Row } from '../measure/report.ts';
import { summarise } from '../measure/summarise.ts';
import { lexicalForms, type LexicalForm } from './lexical-forms.ts';
import { Zipf } from './zipf.ts';

const { values: flags } = parseArgs({
  options: {
    passages: { type: 'string', default: '1000,10000,100000' },
    questions: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
});
const sizes = flags.passages.split(',').map(Number);
const step = 250;
const rows: Row[] = [];

for (const size of sizes) {
  const server = await startPostgres({ shared_buffers: '512MB', maintenance_work_mem: '512MB' });
  const database = await openDatabase({ kind: 'postgres', url: server.url, migrate: false });
  const { pool } = database;
  const world = new Zipf(size);
  const passages = Array.from({ length: size }, (_, n) => world.passage(n));
  const index = new PassageIndex(0);
  index.replaceDocuments([], passages);
  const questions = Array.from({ length: Number(flags.questions) }, () => {
    const terms = [...new Set(analyse(world.question().text, 'en'))];
    return weighTerms(terms, index.termStatistics(terms));
  });
  const slots = new Map(passages.map(({ passageId }, slot) => [passageId, slot]));
  const exact = questions.map((terms) =>
    index
      .search({ terms, limit: 30, vector: new Float32Array(), audience: ['public'] })
      .map(({ passageId }) => slots.get(passageId) ?? -1),
  );

  const latencies = new Map<LexicalForm, number[]>();
  const found = new Map<LexicalForm, number>();
  const forms = lexicalForms.filter(({ upTo = Infinity }) => size <= upTo);
  for (const form of forms) {
    progress(`${size}: ${form.name}`);
    await form.create(pool);
    const loadMs = await timed(async () => {
      for (let from = 0; from < size; from += step)
        await form.write(pool, from, passages.slice(from, from + step));
    });
    const settleMs = await timed(() => form.settle(pool));
    rows.push(one(`${size} ${form.name}: load`, (size / loadMs) * 1000, 'passages/s'));
    rows.push(one(`${size} ${form.name}: settle`, settleMs, 'ms'));
    latencies.set(form, []);
    found.set(form, 0);
  }
  const inProcess: number[] = [];
  for (let round = 0; round < 3; round++)
    for (const [i, terms] of questions.entries()) {
      const query = { terms, limit: 30, vector: new Float32Array(), audience: ['public'] };
      inProcess.push(await timed(async () => index.search(query)));
      for (const form of forms) {
        let hits: number[] = [];
        const ms = await timed(async () => {
          hits = await form.search(pool, terms);
        });
        if (round > 0) latencies.get(form)?.push(ms);
        const right = hits.filter((slot) => exact[i]?.includes(slot)).length;
        found.set(form, (found.get(form) ?? 0) + right / (exact[i]?.length || 1) / 3);
      }
    }
  for (const form of forms) {
    const ms = latencies.get(form) ?? [];
    rows.push({ what: `${size} ${form.name}: search`, unit: 'ms', ...summarise(ms) });
    rows.push(one(`${size} ${form.name}: p95`, percentile(ms, 0.95), 'ms'));
    rows.push(
      one(`${size} ${form.name}: of BM25's 30`, (found.get(form) ?? 0) / questions.length, ''),
    );
    // Of other programs on the machine the processor's time knows nothing.
    const client = await pool.connect();
    const cpu = await cpuOf(client);
    for (const terms of [...questions, ...questions]) await form.search(client, terms);
    const perSearch = ((await cpuOf(client)) - cpu) / (2 * questions.length);
    client.release();
    rows.push(one(`${size} ${form.name}: search, processor's time`, perSearch, 'ms'));
    const again: number[] = [];
    for (let n = 0; n < 10; n++) {
      const at = Math.floor((n / 10) * (size - 64));
      const fresh: EmbeddedPassage[] = Array.from({ length: 64 }, (_, i) => world.passage(i));
      again.push(
        await timed(async () => {
          await form.remove(
            pool,
            Array.from({ length: 64 }, (_, i) => at + i),
          );
          await form.write(pool, size + n * 64, fresh);
        }),
      );
    }
    rows.push({ what: `${size} ${form.name}: replace 64`, unit: 'ms', ...summarise(again) });
  }
  rows.push({ what: `${size} in process: search`, unit: 'ms', ...summarise(inProcess) });
  await database.close();
  await server.stop();
}
print(
  { bench: 'lexical forms', setting: { questions: flags.questions, limit: 30 }, rows },
  flags.json,
);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Of the server's process behind this client, in ms; only Linux tells. */
async function cpuOf(client: SqlQueryable): Promise<number> {
  const { rows: found } = await client.query('select pg_backend_pid() as pid');
  const pid = (found[0] as { pid: number } | undefined)?.pid;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/u.exec(stat) ?? [];
  const tickMs = 10;
  return (Number(user) + Number(system)) * tickMs;
}

function one(what: string, value: number, unit: string): Row {
  return { what, unit, ...summarise([value]) };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
