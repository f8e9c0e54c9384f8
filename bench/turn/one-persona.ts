import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { prepareTurn } from '../../packages/conversation/src/prepare-turn.ts';
import { openEmbedder, recall } from '../../packages/knowledge/src/index.ts';
import { loadPersonaFolder } from '../../scripts/load-persona-folder.ts';
import { memoryDeps } from '../../scripts/memory-turns.ts';
import { progress } from '../measure/progress.ts';
import { shippedQuestions } from '../measure/shipped-questions.ts';
import { user } from './context.ts';

export const personasDir = resolve(import.meta.dirname, '..', '..', 'personas-data');
const { signal } = new AbortController();

/** A shipped persona in memory, with the first of the questions that it must answer. */
export async function openPersona(personaId: string, most: number) {
  const embedder = openEmbedder({ modelDir: join(tmpdir(), 'personate-bench-model') });
  const persona = await loadPersonaFolder(resolve(personasDir, personaId), embedder, signal);
  progress(`${personaId}: ${persona.passages.length} passages`);
  const deps = memoryDeps(new Map([[personaId, persona]]), embedder);
  const questions = (await shippedQuestions(personaId)).answer.slice(0, most);
  return {
    persona,
    deps,
    embedder,
    questions,
    recallAlone: (question: string) =>
      recall(
        { store: persona.reader, embedder },
        { question, k: 24, audience: ['public'], selfNames: [persona.document.name], signal },
      ),
    /** Everything before the model. */
    prepare: async (question: string) =>
      prepareTurn(
        deps,
        {
          personaId,
          messages: [...user(question)],
          userId: null,
          keyId: 'bench',
          audience: ['public'],
          signal,
        },
        await deps.personas.serving(personaId, undefined),
        performance.now(),
      ),
  };
}

/** Of all threads: the embedder's too. */
export async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user: own, system } = process.cpuUsage(before);
  return (own + system) / 1_000;
}
