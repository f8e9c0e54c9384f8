// node --conditions=@personate/source --import tsx bench/turn/close-reading.ts [persona] [questions]
// What everything before the model costs beside recall alone, as processor time: it holds on a busy machine too.
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { prepareTurn } from '../../packages/conversation/src/prepare-turn.ts';
import { openEmbedder, recall } from '../../packages/knowledge/src/index.ts';
import { loadPersonaFolder } from '../../scripts/load-persona-folder.ts';
import { memoryDeps } from '../../scripts/memory-turns.ts';
import { print, type Row } from '../measure/report.ts';
import { progress } from '../measure/progress.ts';
import { shippedQuestions } from '../measure/shipped-questions.ts';
import { median, summarise } from '../measure/summarise.ts';
import { user } from './context.ts';

const personaId = process.argv[2] ?? 'mara-lindqvist';
const root = resolve(import.meta.dirname, '..', '..');
const { signal } = new AbortController();
const embedder = openEmbedder({ modelDir: join(tmpdir(), 'personate-bench-model') });
const persona = await loadPersonaFolder(
  resolve(root, 'personas-data', personaId),
  embedder,
  signal,
);
progress(`${personaId}: ${persona.passages.length} passages`);
const deps = memoryDeps(new Map([[personaId, persona]]), embedder);
const most = Number(process.argv[3] ?? 8);
const questions = (await shippedQuestions(personaId)).answer.slice(0, most);

/** Of all threads: the embedder's too. */
async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user: own, system } = process.cpuUsage(before);
  return (own + system) / 1_000;
}
const alone = (question: string) =>
  recall(
    { store: persona.reader, embedder },
    { question, k: 24, audience: ['public'], selfNames: [persona.document.name], signal },
  );
const before = async (question: string): Promise<void> => {
  const serving = await deps.personas.serving(personaId, undefined);
  await prepareTurn(
    deps,
    {
      personaId,
      messages: [...user(question)],
      userId: null,
      keyId: 'bench',
      audience: ['public'],
      signal,
    },
    serving,
    performance.now(),
  );
};

// Loads what is loaded at the first question: tokenizer, weights, regular expressions.
await alone('Who are you?');
await before('What is the sea to you?');
const measured: Array<{ alone: number; fresh: number; again: number }> = [];
for (const question of questions) {
  measured.push({
    alone: await processorMs(() => alone(question)),
    fresh: await processorMs(() => before(question)),
    again: await processorMs(() => before(question)),
  });
}
const row = (what: string, of: 'alone' | 'fresh' | 'again'): Row => ({
  what,
  unit: 'ms',
  ...summarise(measured.map((one) => one[of])),
  ratio: median(measured.map((one) => one[of] / one.alone)),
});
print(
  {
    bench: 'turn, processor time',
    setting: { persona: personaId, passages: persona.passages.length },
    rows: [
      row('recall alone', 'alone'),
      row('all before the model, sentences not read yet', 'fresh'),
      row('all before the model, asked again', 'again'),
    ],
  },
  false,
);
await embedder.close();
