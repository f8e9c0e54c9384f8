import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Embedder } from '../embedder.ts';
import { EmbeddingQueue } from './embedding-queue.ts';
import { startEmbeddingWorker, type EmbeddingWorker } from './embedding-worker.ts';
import { miniLmEmbedder, openMiniLmEmbedder } from './minilm-embedder.ts';
import { untilAborted } from './until-aborted.ts';

export interface OpenEmbedderOptions {
  /** Where the native runtime's graph is kept (90 MB, made once from the weights). */
  modelDir: string;
  /** Threads of the native runtime within one text; by the processors unless given. */
  threads?: number;
  timeoutMs?: number;
  /** The worker's file; another one in tests. */
  workerFile?: string;
}

export interface OpenedEmbedder extends Embedder {
  /** Settles once it is known which runtime loads here; `why` says what kept the native one from loading. */
  readonly runtime: Promise<{ name: 'native' | 'wasm'; why?: string }>;
}

const nativeWorker = fileURLToPath(new URL('../../workers/onnx-worker.mjs', import.meta.url));
const dimensions = 384;
/** Larger batches gain nothing on two processors, and a question would wait longer for its turn. */
const batchSize = 8;

/**
 * The bundled model on onnxruntime where that loads, else on WebAssembly: the same vectors, some ten times slower.
 * Returns at once; the first text waits for the model.
 */
export function openEmbedder(options: OpenEmbedderOptions): OpenedEmbedder {
  const threads = options.threads ?? Math.min(4, availableParallelism());
  const timeoutMs = options.timeoutMs ?? 60_000;
  const file = options.workerFile ?? nativeWorker;
  const workerData = { modelDir: options.modelDir, threads };

  const start = () => startEmbeddingWorker(file, { timeoutMs, workerData, closesItself: true });
  // The first thread shows whether the runtime loads here, and then serves.
  const probe = start();
  let first: EmbeddingWorker | undefined = probe;
  const next = () => {
    const worker = first ?? start();
    first = undefined;
    return worker;
  };
  let state: 'loading' | 'loaded' | 'closed' = 'loading';
  const chosen = probe.loaded.then((why) => {
    if (state === 'closed')
      return { embedder: shape, runtime: { name: 'wasm' as const, why: 'closed' } };
    state = 'loaded';
    if (why !== null) {
      return {
        embedder: openMiniLmEmbedder({ timeoutMs }),
        runtime: { name: 'wasm' as const, why },
      };
    }
    const queue = new EmbeddingQueue({
      start: next,
      threads: 1,
      dimensions,
      batchSize,
      capacity: 20_000,
    });
    return { embedder: miniLmEmbedder(queue), runtime: { name: 'native' as const } };
  });
  // What counts tokens needs no runtime, and must not wait for one.
  const shape = miniLmEmbedder(
    new EmbeddingQueue({ start, threads: 0, dimensions, batchSize, capacity: 0 }),
  );
  return {
    identity: shape.identity,
    dimensions: shape.dimensions,
    maxTokens: shape.maxTokens,
    countTokens: (text) => shape.countTokens(text),
    runtime: chosen.then(({ runtime }) => runtime),
    async embed(texts, signal, how) {
      const { embedder } = await untilAborted(chosen, signal);
      return embedder.embed(texts, signal, how);
    },
    async close() {
      if (state === 'loading') {
        // Nobody waits for a model that is still being loaded only to be closed.
        state = 'closed';
        await shape.close();
        await probe.terminate();
      }
      await (await chosen).embedder.close();
    },
  };
}
