/**
 * Moves a persona's knowledge from one embedder to another while people talk to it, and kills the process (SIGKILL)
 * at random moments. Every question must be answered, by the right document; what a kill cuts off is asked again. In
 * the end the new embedder serves, every text was embedded by it once, and nothing is missing.
 *
 *   node --conditions=@personate/source --import tsx tests/faults/kill-migration.ts [--kills 5] [--documents 600] [--talkers 3] [--seed 1] [--qdrant]
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startScriptedEmbeddings } from '@personate/knowledge/testing';
import { startQdrant, type QdrantServer } from '@personate/knowledge-qdrant/testing';
import { eventually } from '../harness/eventually.ts';
import { startServer, type Server } from '../harness/server.ts';

export interface KillMigration {
  kills: number;
  documents: number;
  talkers: number;
  random: () => number;
  say: (line: string) => void;
  /** Where knowledge lies instead of in the process. */
  qdrant?: QdrantServer;
}

export interface KillMigrationResult {
  answered: number;
  /** Cut off by a kill and asked again. */
  askedAgain: number;
  /** Answered with an error, or without the document that holds the answer. */
  failed: number;
  embedded: number;
  kills: number;
  /** Kills that met it before the switch. */
  interrupted: number;
}

interface Generation {
  generation: number;
  status: string;
  embeddingIdentity: string;
  stopped: boolean;
  error: unknown;
  progress: { documents: number; total: number };
}

const path = '/v1/personas/vera/knowledge/generations';
const things = ['lantern', 'anchor', 'kettle', 'violin', 'ladder', 'compass', 'saddle', 'mirror'];

/** Each says one thing that no other says. */
const note = (i: number) => ({
  id: `note-${i}`,
  text: `I bought the ${things[i % things.length]} with the number ${1000 + i} from the widow in Street ${i}.`,
  author: 'Vera Holm',
  time: `${1950 + (i % 70)}-03-0${1 + (i % 9)}`,
});

export async function killDuringMigration(input: KillMigration): Promise<KillMigrationResult> {
  const { kills, documents, talkers, random, say, qdrant } = input;
  const folder = await mkdtemp(join(tmpdir(), 'personate-migrate-'));
  // It stays while the server dies: what it was asked to embed is counted over all lives.
  await using endpoint = await startScriptedEmbeddings({ dimensions: 256, delayMs: 400 });
  let server: Server | undefined;
  const start = async () => {
    server = await startServer({
      dataDir: join(folder, 'data'),
      startMs: 180_000,
      env: {
        PERSONATE_PERSONAS_DIR: resolve(import.meta.dirname, 'no-personas'),
        PERSONATE_SWEEP_SECONDS: '1',
        PERSONATE_EMBEDDING_MODEL: 'bundled,words',
        PERSONATE_EMBEDDING_BASE_URL: endpoint.baseUrl,
        LOG_LEVEL: 'warn',
        ...(qdrant === undefined
          ? {}
          : {
              PERSONATE_KNOWLEDGE_STORE: 'qdrant',
              QDRANT_URL: qdrant.url,
              QDRANT_API_KEY: qdrant.apiKey,
            }),
      },
    });
    return server;
  };
  try {
    await start();
    const call = <Answer>(method: string, url: string, body?: unknown) =>
      (server as Server).call<Answer>(method, url, body);
    await call('POST', '/v1/personas', {
      id: 'vera',
      name: 'Vera Holm',
      subject: { kind: 'fictional' },
      disclosure: 'This is a synthetic persona.',
      knowledgeLimits: { enabled: false },
    });
    await ingest(call, 0, documents);
    say(`${documents} documents ingested by the bundled model`);

    const talk = { answered: 0, askedAgain: 0, failed: 0, over: false };
    const talking = Promise.all(Array.from({ length: talkers }, (_, talker) => talkOn(talker)));
    async function talkOn(talker: number): Promise<void> {
      for (let n = 0; !talk.over; n += 1) {
        const i = (talker + n * talkers) % documents;
        await askUntilAnswered(i);
      }
    }
    async function askUntilAnswered(i: number): Promise<void> {
      const { text } = note(i);
      const question = `What do you remember of the ${things[i % things.length]} with the number ${1000 + i}?`;
      for (;;) {
        const asked = server as Server;
        try {
          const answer = await asked.call<{
            personate: { citations: Array<{ documentId: string }> };
          }>('POST', '/v1/chat/completions', {
            model: 'vera',
            messages: [{ role: 'user', content: question }],
          });
          talk.answered += 1;
          const cited = answer.personate.citations.map(({ documentId }) => documentId);
          if (!cited.includes(`note-${i}`)) {
            talk.failed += 1;
            say(
              `WRONG: "${question}" was answered with ${cited.join(', ') || 'nothing'}, not by "${text}"`,
            );
          }
          return;
        } catch (error) {
          const killed = asked.process.signalCode === 'SIGKILL' || asked.process.killed;
          if (!killed) {
            talk.failed += 1;
            say(`FAILED: ${String(error)}`);
            return;
          }
          talk.askedAgain += 1;
          // Until the next life answers.
          while (server === asked && !talk.over) await sleep(50);
          if (talk.over) return;
        }
      }
    }

    const generation = await call<Generation>('POST', path, {
      purpose: 'migrate',
      embedder: 'words',
    });
    const path1 = `${path}/${generation.generation}`;
    let killed = 0;
    let reached = 0;
    let interrupted = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const heard = talk.answered;
      // A new process is slow to begin; killed before it came further, nothing would be shown.
      const before = await eventually('it comes further, and answers', 120_000, async () => {
        const now = await call<Generation>('GET', path1);
        const further = now.status !== 'building' || now.progress.documents > reached;
        return further && talk.answered > heard + 2 ? now : undefined;
      });
      reached = before.progress.documents;
      await sleep(random() * 800);
      const dying = server as Server;
      await dying.kill();
      await start();
      killed = kill;
      const now = await call<Generation>('GET', path1);
      say(
        `kill ${kill} of ${kills} after ${reached} documents: then ${now.status}, ${now.progress.documents} of ${now.progress.total} documents, ${talk.answered} answers so far`,
      );
      if (now.status !== 'building') break;
      interrupted += 1;
      // What arrives meanwhile must reach the old one and the new one.
      if (kill === 1) {
        await ingest(call, documents, 50);
        say('50 documents more arrived meanwhile');
      }
    }
    const end = await eventually('the new generation serves', 300_000, async () => {
      const now = await call<Generation>('GET', path1);
      assert.equal(now.stopped, false, JSON.stringify(now.error));
      return now.status === 'serving' ? now : undefined;
    });
    assert.match(end.embeddingIdentity, /^endpoint\/words\/256\//);
    // A while by the new one alone.
    await sleep(2_000);
    talk.over = true;
    await talking;

    const statistics = await call<{ documents: number; passages: number }>(
      'GET',
      '/v1/personas/vera/knowledge/statistics',
    );
    const all = documents + (killed > 0 ? 50 : 0);
    assert.deepEqual(statistics.documents, all);
    assert.deepEqual(statistics.passages, all);
    const texts = endpoint.calls
      .flatMap(({ body }) => body.input)
      .filter((text) => text.startsWith('I bought the'));
    assert.equal(new Set(texts).size, all, 'texts that the new embedder saw');
    assert.equal(talk.failed, 0, 'failed answers');
    await (server as Server).stop();
    const result = {
      answered: talk.answered,
      askedAgain: talk.askedAgain,
      failed: talk.failed,
      embedded: texts.length,
      kills: killed,
      interrupted,
    };
    say(
      `${result.answered} answers, ${result.failed} failed; ${result.askedAgain} were cut off by ${killed} kills and asked again; ${all} texts embedded in ${texts.length} goes`,
    );
    return result;
  } finally {
    if (server?.process.exitCode === null && server.process.signalCode === null)
      await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function ingest(
  call: <Answer>(method: string, url: string, body?: unknown) => Promise<Answer>,
  from: number,
  count: number,
): Promise<void> {
  const form = new FormData();
  form.set('source', 'diary');
  form.set('self', 'Vera Holm');
  const lines = Array.from({ length: count }, (_, i) => JSON.stringify(note(from + i)));
  form.set('file', new Blob([`${lines.join('\n')}\n`]), 'diary.jsonl');
  const { ingestionId } = await call<{ ingestionId: string }>(
    'POST',
    '/v1/personas/vera/ingestions',
    form,
  );
  await eventually('the ingestion ends', 300_000, async () => {
    const job = await call<{ status: string; error: unknown }>(
      'GET',
      `/v1/personas/vera/ingestions/${ingestionId}`,
    );
    assert.notEqual(job.status, 'failed', JSON.stringify(job.error));
    return job.status === 'done' ? true : undefined;
  });
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '5' },
      documents: { type: 'string', default: '600' },
      talkers: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      qdrant: { type: 'boolean', default: false },
    },
  });
  const qdrant = values.qdrant ? await startQdrant() : undefined;
  let state = Number(values.seed);
  // Seeded, so that a failing run can be repeated (Park and Miller's generator).
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  try {
    await killDuringMigration({
      kills: Number(values.kills),
      documents: Number(values.documents),
      talkers: Number(values.talkers),
      random,
      say: (line) => process.stdout.write(`${line}\n`),
      ...(qdrant === undefined ? {} : { qdrant }),
    });
  } finally {
    await qdrant?.stop();
  }
}
