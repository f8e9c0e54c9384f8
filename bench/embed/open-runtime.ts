import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { EmbeddingQueue } from '../../packages/knowledge/src/embedding/embedding-queue.ts';
import { startEmbeddingWorker } from '../../packages/knowledge/src/embedding/embedding-worker.ts';
import { openEndpointEmbedder } from '../../packages/knowledge/src/index.ts';
import { startScriptedEmbeddings } from '../../packages/knowledge/src/testing.ts';

export type RuntimeName = 'native' | 'wasm' | 'endpoint';

export interface Runtime {
  embed(texts: readonly string[], urgent: boolean, signal: AbortSignal): Promise<Float32Array[]>;
  close(): Promise<void>;
}

const timeoutMs = 120_000;
const workerOf = (name: string): string =>
  fileURLToPath(new URL(`../../packages/knowledge/workers/${name}`, import.meta.url));

/** The queue that the embedder stands on, with a batch size of our choice; its model loaded and warm. */
export async function openRuntime(options: {
  runtime: RuntimeName;
  batchSize: number;
  modelDir: string;
}): Promise<Runtime> {
  const { runtime, batchSize, modelDir } = options;
  if (runtime === 'endpoint') return openScripted(batchSize);
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

/** An endpoint on this machine that computes next to nothing: what the way there and back costs. */
async function openScripted(batchSize: number): Promise<Runtime> {
  const endpoint = await startScriptedEmbeddings({ dimensions: 384 });
  const embedder = await openEndpointEmbedder(
    { model: 'scripted', baseUrl: endpoint.baseUrl, batchTexts: batchSize },
    AbortSignal.timeout(timeoutMs),
  );
  return {
    embed: (texts, urgent, signal) => embedder.embed(texts, signal, { urgent }),
    async close() {
      await embedder.close();
      await endpoint.close();
    },
  };
}
