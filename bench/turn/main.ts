// npm run build && node --conditions=@personate/source --import tsx bench/turn/main.ts [--persona ID] [--rounds N] [--questions N] [--passages N] [--data DIR] [--only endpoint,extractive,recall] [--json]
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../../tests/harness/server.ts';
import { progress } from '../measure/progress.ts';
import { print, type Row } from '../measure/report.ts';
import { shippedQuestions } from '../measure/shipped-questions.ts';
import { measureEndpoint } from './measure-endpoint.ts';
import { measureExtractive } from './measure-extractive.ts';
import { measureRecall } from './measure-recall.ts';

const { values: flags } = parseArgs({
  options: {
    persona: { type: 'string', default: 'mara-lindqvist' },
    rounds: { type: 'string', default: '2' },
    questions: { type: 'string', default: '12' },
    passages: { type: 'string', default: '10000' },
    // Kept, so that the next run need not embed the passages again; else a folder that is thrown away.
    data: { type: 'string' },
    only: { type: 'string', default: 'endpoint,extractive,recall' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(flags.rounds);
const most = Number(flags.questions);
const passages = Number(flags.passages);
const root = resolve(import.meta.dirname, '..', '..');
const folder = flags.data ?? (await mkdtemp(join(tmpdir(), 'personate-bench-turn-')));
try {
  const personasDir = join(folder, 'personas');
  await mkdir(personasDir, { recursive: true });
  await cp(join(root, 'personas-data', flags.persona), join(personasDir, flags.persona), {
    recursive: true,
  });
  const dataDir = join(folder, 'data');
  const start = (env: Record<string, string> = {}) =>
    startServer({
      dataDir,
      built: true,
      startMs: 900_000,
      env: { PERSONATE_PERSONAS_DIR: personasDir, PERSONATE_RATE_LIMIT: '1000000', ...env },
    });
  const questions = (await shippedQuestions(flags.persona)).answer.slice(0, most);
  progress(`${flags.persona}: ${questions.length} questions, ${rounds} rounds`);

  const context = { personaId: flags.persona, questions, rounds, start };
  const wanted = flags.only.split(',');
  const parts = {
    endpoint: () => measureEndpoint(context),
    extractive: () => measureExtractive({ ...context, rounds: 1 }),
    recall: () => measureRecall(context, { passages, questions: most }),
  };
  const measured: Array<{ rows: Row[]; setting?: Record<string, number> }> = [];
  for (const [name, measure] of Object.entries(parts))
    if (wanted.includes(name)) measured.push(await measure());
  print(
    {
      bench: 'turn',
      setting: {
        persona: flags.persona,
        questions: questions.length,
        rounds,
        ...Object.assign({}, ...measured.map(({ setting }) => setting)),
      },
      rows: measured.flatMap(({ rows }) => rows),
    },
    flags.json,
  );
} finally {
  if (flags.data === undefined) await rm(folder, { recursive: true, force: true });
}
