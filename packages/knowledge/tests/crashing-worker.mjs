// Dies on "die", refuses "refuse", never answers "hang", else answers with two numbers a text: length and 1.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ id, texts }) => {
  if (texts.includes('die')) process.exit(3);
  if (texts.includes('hang')) return;
  if (texts.includes('refuse')) {
    parentPort.postMessage({ id, error: 'not this one' });
    return;
  }
  const vectors = Float32Array.from(texts.flatMap((text) => [text.length, 1]));
  parentPort.postMessage({ id, vectors: vectors.buffer }, [vectors.buffer]);
});
