import { fileURLToPath } from 'node:url';
import type { Embedder } from '../embedder.ts';
import { embeddingTextVersion } from './embedding-text.ts';
import { EmbeddingQueue } from './embedding-queue.ts';
import { startEmbeddingWorker } from './embedding-worker.ts';
import { openMiniLmTokenizer, type MiniLmTokenizer } from './minilm-tokenizer.ts';
import { refuseUnfit } from './refuse-unfit.ts';

export interface MiniLmEmbedderOptions {
  /** Worker threads; each holds the weights (about 200 MB). */
  threads?: number;
  /** How long one small batch may take before its thread is replaced. */
  timeoutMs?: number;
}

const dimensions = 384;
const maxTokens = 256;
// Beside src/ and dist/ at the same depth, so that the same relative address serves both.
const workerFile = fileURLToPath(new URL('../../workers/minilm-worker.mjs', import.meta.url));

/**
 * The bundled model (all-MiniLM-L6-v2 on WebAssembly): no network, no install script, some 40 passages a
 * second and thread. The model loads in the background (about a second); the first text waits for it.
 */
export function openMiniLmEmbedder(options: MiniLmEmbedderOptions = {}): Embedder {
  const timeoutMs = options.timeoutMs ?? 60_000;
  const queue = new EmbeddingQueue({
    start: () => startEmbeddingWorker(workerFile, { timeoutMs }),
    threads: options.threads ?? 1,
    dimensions,
    // It takes one text after the other whatever the batch: a larger one would only hold up questions.
    batchSize: 1,
    capacity: 20_000,
  });
  return miniLmEmbedder(queue);
}

/** What every runtime of the model shares: its window, its tokenizer, its refusals. */
export function miniLmEmbedder(queue: EmbeddingQueue): Embedder {
  let tokenizer: MiniLmTokenizer | undefined;
  const count = (text: string): number => (tokenizer ??= openMiniLmTokenizer()).encode(text).length;
  // One UTF-16 unit makes at most three tokens (a Hangul syllable, decomposed): short texts need no count.
  const countOrLess = (text: string): number =>
    text.length * 3 + 2 <= maxTokens ? 0 : count(text);
  return {
    // Both runtimes compute the same vectors from the same weights, so they share one identity.
    identity: `all-MiniLM-L6-v2/fp16/passage-text-${embeddingTextVersion}`,
    dimensions,
    maxTokens,
    async countTokens(text) {
      return count(text);
    },
    async embed(texts, signal, { urgent = false } = {}) {
      refuseUnfit(texts, { maxTokens, count: countOrLess });
      // A batch costs what its longest text does times its size: those of one length go together.
      const order = [...texts.keys()].toSorted((a, b) => lengthAt(texts, a) - lengthAt(texts, b));
      const inOrder = order.map((i) => texts[i] ?? '');
      const vectors = await queue.embed(inOrder, urgent, signal);
      const embedded: Float32Array[] = [];
      for (const [place, i] of order.entries()) embedded[i] = vectors[place] as Float32Array;
      return embedded;
    },
    close: () => queue.close(),
  };
}

const lengthAt = (texts: readonly string[], i: number): number => texts[i]?.length ?? 0;
