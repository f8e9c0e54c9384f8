import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { EmbeddingQueue } from '../../packages/knowledge/src/embedding/embedding-queue.ts';
import { startEmbeddingWorker } from '../../packages/knowledge/src/embedding/embedding-worker.ts';

export type RuntimeName = 'native' | 'wasm';

const timeoutMs = 120_000;
const workerOf = (name: string): string =>
  fileURLToPath(new URL(`../../packages/knowledge/workers/${name}`, import.meta.url));

/** The queue that the embedder stands on, with a batch size of our choice; its model loaded and warm. */
export async function openRuntime(options: {
  runtime: RuntimeName;
  batchSize: number;
  modelDir: string;
}): Promise<EmbeddingQueue> {
  const { runtime, batchSize, modelDir } = options;
  const threads = Math.min(4, availableParallelism());
  const queue = new EmbeddingQueue({
    start: () =>
      runtime === 'native'
        ? startEmbeddingWorker(workerOf('onnx-worker.mjs'), {
            timeoutMs,
            workerData: { modelDir, threads },
            closesItself: true,
          })
        : startEmbeddingWorker(workerOf('minilm-worker.mjs'), { timeoutMs }),
    threads: 1,
    dimensions: 384,
    batchSize,
    capacity: 20_000,
  });
  await queue.embed(['Something to warm up with.'], false, AbortSignal.timeout(timeoutMs));
  return queue;
}
