// node --conditions=@personate/source --import tsx bench/turn/main.ts [--persona ID] [--rounds N] [--json]
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../../tests/harness/server.ts';
import { progress } from '../measure/progress.ts';
import { print } from '../measure/report.ts';
import { shippedQuestions } from '../measure/shipped-questions.ts';
import { measureEndpoint } from './measure-endpoint.ts';
import { measureExtractive } from './measure-extractive.ts';

const { values: flags } = parseArgs({
  options: {
    persona: { type: 'string', default: 'mara-lindqvist' },
    rounds: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(flags.rounds);
const root = resolve(import.meta.dirname, '..', '..');
const folder = await mkdtemp(join(tmpdir(), 'personate-bench-turn-'));
try {
  const personasDir = join(folder, 'personas');
  await cp(join(root, 'personas-data', flags.persona), join(personasDir, flags.persona), {
    recursive: true,
  });
  const dataDir = join(folder, 'data');
  const start = (env: Record<string, string> = {}) =>
    startServer({
      dataDir,
      built: true,
      startMs: 300_000,
      env: { PERSONATE_PERSONAS_DIR: personasDir, PERSONATE_RATE_LIMIT: '1000000', ...env },
    });
  const { answer: questions } = await shippedQuestions(flags.persona);
  progress(`${flags.persona}: ${questions.length} questions, ${rounds} rounds`);

  const context = { personaId: flags.persona, questions, rounds, start };
  const endpoint = await measureEndpoint(context);
  const extractive = await measureExtractive(context);
  print(
    {
      bench: 'turn',
      setting: { persona: flags.persona, ...endpoint.setting, rounds },
      rows: [...endpoint.rows, ...extractive.rows],
    },
    flags.json,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
