import type { Embedder } from '@personate/knowledge';
import { tallyDocument } from '@personate/knowledge';
import type { Generation, ProjectDeps } from './deps.ts';
import { embedPassages } from './embed-passages.ts';
import { frozenAverageLength } from './frozen-average-length.ts';
import type { Window } from './measure-passage.ts';
import { rechunk } from './rechunk.ts';

/** Documents a step: bounds memory, and how much a kill can lose of the work. */
const documentsPerStep = 64;

export interface ProjectionInput {
  generation: Generation;
  /** The generation's own. */
  embedder: Embedder;
  /** What a passage has to pass that is cut anew. */
  windows: readonly Window[];
  /** Names that are kept out of embeddings: the persona's. */
  selfNames: readonly string[];
  /** The ingestion that is charged with the embeddings, if one is. */
  ingestionId: string | null;
  signal: AbortSignal;
}

export interface Step {
  documents: number;
  passages: number;
}

export interface Projection {
  /** Brings some documents on; none means that the generation holds all that the records do. */
  step(): Promise<Step>;
  /** After the last step of many: builds the store's index where it pays. */
  settle(): Promise<void>;
}

/** The way of a persona's documents into one generation of its store, step by step. */
export async function openProjection(
  deps: ProjectDeps,
  input: ProjectionInput,
): Promise<Projection> {
  const { generation, embedder, signal } = input;
  const { personaId } = generation;
  const averageLength = await frozenAverageLength(deps, generation);
  const writer = await deps.stores.writer({ ...generation, averageLength }, signal);

  async function readBehind() {
    while (await deps.projection.settleThread(personaId)) signal.throwIfAborted();
    return deps.projection.behind(personaId, generation.generation, documentsPerStep);
  }

  /** A text that the embedder does not take whole is cut again: another embedder had the larger window. */
  async function fitting(behind: Awaited<ReturnType<typeof readBehind>>) {
    const tooLong = new Set<string>();
    for (const { documentKey, passages } of behind)
      for (const { text } of passages)
        if ((await embedder.countTokens(text)) > embedder.maxTokens) tooLong.add(documentKey);
    if (tooLong.size === 0) return behind;
    const documents = await deps.corpus.read([...tooLong]);
    await rechunk(deps, { personaId, windows: input.windows, documents });
    return readBehind();
  }

  return {
    async step() {
      signal.throwIfAborted();
      const behind = await fitting(await readBehind());
      if (behind.length === 0) return { documents: 0, passages: 0 };
      const passages = await embedPassages(
        deps,
        input,
        behind.flatMap((document) => document.passages),
      );
      await writer.replaceDocuments(
        behind.map((document) => document.documentKey),
        passages,
        signal,
      );
      // Marked after the store has them: a kill between the two repeats the write, which changes nothing.
      await deps.projection.markProjected(
        personaId,
        generation.generation,
        behind.map((document) => ({ ...document, tally: tallyDocument(document.passages) })),
      );
      return { documents: behind.length, passages: passages.length };
    },
    settle: () => writer.settle(signal),
  };
}
