/**
 * Kills the server with SIGKILL in the middle of ingestion, chat and evolution, starts it again, and counts:
 * nothing that was acknowledged may be lost, nothing may be there twice.
 *
 *   node --conditions=@personate/source --import tsx tests/faults/kill-nine.ts [--rounds 10] [--seed 1] [ingestion] [chat] [evolution]
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { eventually } from '../harness/eventually.ts';
import { startServer, type Server } from '../harness/server.ts';

interface Round {
  rounds: number;
  random: () => number;
  say: (line: string) => void;
}

const persona = (id: string) => ({
  id,
  name: 'Vera Holm',
  subject: { kind: 'fictional' },
  disclosure: 'This is a synthetic persona.',
});

/** Distinct sentences, so that every document has a passage and an embedding of its own. */
function corpus(count: number): string {
  const places = ['harbour', 'orchard', 'library', 'market', 'station', 'bakery', 'lighthouse'];
  const lines = Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      id: `note-${i}`,
      text: `In ${1950 + (i % 70)} I walked ${i} steps from the ${places[i % places.length]} to house number ${i * 7} and wrote it down.`,
      author: 'Vera Holm',
      time: `${1950 + (i % 70)}-03-0${1 + (i % 9)}`,
    }),
  );
  return `${lines.join('\n')}\n`;
}

async function withDataDir<Result>(
  env: Record<string, string>,
  work: (start: () => Promise<Server>) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'personate-kill-'));
  let server: Server | undefined;
  try {
    return await work(async () => {
      server = await startServer({
        dataDir: join(folder, 'data'),
        env: {
          PERSONATE_PERSONAS_DIR: resolve(import.meta.dirname, 'no-personas'),
          PERSONATE_SWEEP_SECONDS: '1',
          LOG_LEVEL: 'warn',
          ...env,
        },
      });
      return server;
    });
  } finally {
    if (server?.process.exitCode === null && server.process.signalCode === null)
      await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Job {
  ingestionId: string;
  status: string;
  report: { added: number; unchanged: number; embedded: number; problemCount: number } | null;
}

/** One upload, killed again and again until it is through: every document once, every text embedded once. */
export async function killDuringIngestion({ rounds, random, say }: Round): Promise<void> {
  const documents = 80 * rounds + 200;
  await withDataDir({}, async (start) => {
    let server = await start();
    await server.call('POST', '/v1/personas', persona('vera'));
    const form = new FormData();
    form.set('source', 'diary');
    form.set('self', 'Vera Holm');
    form.set('file', new Blob([corpus(documents)]), 'diary.jsonl');
    const { ingestionId } = await server.call<Job>('POST', '/v1/personas/vera/ingestions', form);
    const path = `/v1/personas/vera/ingestions/${ingestionId}`;
    for (let round = 1; round <= rounds; round += 1) {
      await sleep(200 + random() * 1_500);
      await server.kill();
      server = await start();
      const job = await server.call<Job>('GET', path);
      say(`ingestion: kill ${round} of ${rounds}, then ${job.status}`);
      if (job.status === 'done') break;
    }
    const job = await eventually('the ingestion ends', 300_000, async () => {
      const now = await server.call<Job>('GET', path);
      return now.status === 'done' || now.status === 'failed' ? now : undefined;
    });
    assert.equal(job.status, 'done');
    assert.deepEqual(
      {
        added: job.report?.added,
        unchanged: job.report?.unchanged,
        embedded: job.report?.embedded,
        problems: job.report?.problemCount,
      },
      { added: documents, unchanged: 0, embedded: documents, problems: 0 },
    );
    const statistics = await server.call<{ documents: number; passages: number }>(
      'GET',
      '/v1/personas/vera/knowledge/statistics',
    );
    assert.deepEqual(
      { documents: statistics.documents, passages: statistics.passages },
      { documents, passages: documents },
    );
    await checkRevisions(server, documents, ingestionId);
    await server.stop();
    say(`ingestion: ${documents} documents, each once, each embedded once`);
  });
}

/** Each revision names what was committed up to it, and nothing is named twice. */
async function checkRevisions(
  server: Server,
  documents: number,
  ingestionId: string,
): Promise<void> {
  const path = '/v1/personas/vera/knowledge/manifest';
  const head = await server.call<Manifest>('GET', `${path}?limit=1`);
  assert.equal(head.documents, documents);
  let named = 0;
  for (let revision = 1; revision <= head.revision; revision += 1) {
    const page = await server.call<Manifest>('GET', `${path}?limit=1&revision=${revision}`);
    assert.ok(page.documents > named, `revision ${revision} names no more than the one before`);
    assert.equal(page.ingestionId, ingestionId);
    named = page.documents;
  }
  const diff = await server.call<{ counts: { added: number; changed: number } }>(
    'GET',
    `${path}/diff?from=0&to=${head.revision}&limit=1`,
  );
  assert.deepEqual([diff.counts.added, diff.counts.changed], [documents, 0]);
}

interface Manifest {
  revision: number;
  documents: number;
  ingestionId: string;
}

interface ChatAnswer {
  personate: { turnId: string; conversationId: string };
}

const ask = (server: Server, user: string, content: string) =>
  server.call<ChatAnswer>('POST', '/v1/chat/completions', {
    model: 'vera',
    user,
    messages: [{ role: 'user', content }],
  });

/** Asked user by user: a list is one page, of at most 200 conversations. */
async function storedTurns(server: Server, user: string): Promise<string[]> {
  const turns: string[] = [];
  const { items: conversations } = await server.call<{ items: Array<{ conversationId: string }> }>(
    'GET',
    `/v1/conversations?persona=vera&user=${user}&limit=200`,
  );
  for (const { conversationId } of conversations) {
    const { history } = await server.call<{ history: Array<{ turnId: string }> }>(
      'GET',
      `/v1/conversations/${conversationId}`,
    );
    turns.push(...history.map((turn) => turn.turnId));
  }
  return turns;
}

/** Every turn whose answer reached the client is there after the restart, once. */
export async function killDuringChat({ rounds, random, say }: Round): Promise<void> {
  await withDataDir({}, async (start) => {
    let server = await start();
    await server.call('POST', '/v1/personas', persona('vera'));
    const acknowledged: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const before = acknowledged.length;
      const talking = (async () => {
        for (let n = 0; n < 200; n += 1) {
          const answer = await ask(
            server,
            `user-${round}`,
            `What did you write down in round ${round}, time ${n}?`,
          ).catch(() => null);
          if (answer === null) return;
          acknowledged.push(answer.personate.turnId);
        }
      })();
      // A new process answers its first question late; killed before it, nothing would be shown.
      await eventually('an answer in this round', 60_000, async () =>
        acknowledged.length > before ? true : undefined,
      );
      await sleep(random() * 1_000);
      await server.kill();
      await talking;
      server = await start();
      say(`chat: kill ${round} of ${rounds}, ${acknowledged.length} turns acknowledged so far`);
    }
    const stored: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      stored.push(...(await storedTurns(server, `user-${round}`)));
    }
    assert.ok(
      acknowledged.length > rounds,
      `only ${acknowledged.length} turns were acknowledged: the kills came too early to show anything`,
    );
    assert.deepEqual(
      acknowledged.filter((turn) => !stored.includes(turn)),
      [],
      'acknowledged turns that are lost',
    );
    assert.equal(new Set(stored).size, stored.length, 'turns that are stored twice');
    await server.stop();
    say(`chat: ${acknowledged.length} acknowledged turns, all there, none twice`);
  });
}

/** A name that can be one: no figures, for what reads facts takes none for a dog's name. */
function dogName(round: number, n: number): string {
  const letter = (of: number) => 'bcdfghklmnprstvwz'[of % 17];
  return `B${'aeiou'[n % 5]}${letter(round)}o${letter(Math.floor(round / 17))}y`;
}

/** Each user states one fact; killed while it learns, it has learnt each of them once. */
export async function killDuringEvolution({ rounds, random, say }: Round): Promise<void> {
  await withDataDir({ PERSONATE_QUIET_SECONDS: '0' }, async (start) => {
    let server = await start();
    await server.call('POST', '/v1/personas', persona('vera'));
    const told: Array<{ user: string; dog: string }> = [];
    for (let round = 1; round <= rounds; round += 1) {
      for (let n = 0; n < 5; n += 1) {
        const user = `user-${round}-${n}`;
        const dog = dogName(round, n);
        const answer = await ask(server, user, `My dog is called ${dog}.`).catch(() => null);
        if (answer !== null) told.push({ user, dog });
      }
      await sleep(random() * 300);
      await server.kill();
      server = await start();
      say(`evolution: kill ${round} of ${rounds}, ${told.length} facts told`);
    }
    const memoriesOf = async (user: string) =>
      (
        await server.call<{
          items: Array<{ quote: string; sourceTurnId: string; status: string }>;
        }>('GET', `/v1/personas/vera/memories?user=${user}`)
      ).items;
    for (const { user, dog } of told) {
      const memories = await eventually(`a memory of ${user}`, 60_000, async () => {
        const found = await memoriesOf(user);
        return found.length > 0 ? found : undefined;
      });
      assert.equal(memories.length, 1, `${user} is remembered ${memories.length} times`);
      assert.match(memories[0]?.quote ?? '', new RegExp(`\\b${dog}\\b`));
    }
    await server.stop();
    say(`evolution: ${told.length} facts, each learnt once`);
  });
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    options: { rounds: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
    allowPositionals: true,
  });
  const wanted = positionals.length > 0 ? positionals : ['ingestion', 'chat', 'evolution'];
  let state = Number(values.seed);
  // Seeded, so that a failing run can be repeated (Park and Miller's generator).
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const round = {
    rounds: Number(values.rounds),
    random,
    say: (line: string) => process.stdout.write(`${line}\n`),
  };
  if (wanted.includes('ingestion')) await killDuringIngestion(round);
  if (wanted.includes('chat')) await killDuringChat(round);
  if (wanted.includes('evolution')) await killDuringEvolution(round);
}
