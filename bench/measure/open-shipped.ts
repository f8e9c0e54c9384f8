import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ToneHeads } from '../../packages/conversation/src/index.ts';
import { openEmbedder } from '../../packages/knowledge/src/index.ts';
import { loadPersonaFolder, type LoadedPersona } from '../../scripts/load-persona-folder.ts';
import { memoryDeps } from '../../scripts/memory-turns.ts';
import { progress } from './progress.ts';

/** The shipped personas in memory, with what answers for them and what tells their tone; its embedder is to be closed. */
export async function openShipped(signal: AbortSignal) {
  const folder = resolve(import.meta.dirname, '..', '..', 'personas-data');
  const embedder = openEmbedder({ modelDir: join(tmpdir(), 'personate-bench-model') });
  const personas = new Map<string, LoadedPersona>();
  for (const id of (await readdir(folder)).toSorted()) {
    personas.set(id, await loadPersonaFolder(join(folder, id), embedder, signal));
    progress(`${id} is loaded`);
  }
  const deps = memoryDeps(personas, embedder);
  const tone = new ToneHeads({
    ...deps,
    embedder,
    list: async () => [...personas.keys()].map((id) => ({ id, status: 'active' })),
    erasures: async () => [],
    now: () => new Date(),
  });
  return { personas, deps, tone, embedder };
}
