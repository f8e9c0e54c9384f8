import { openEmbedder } from '../src/index.ts';

// Embeds once, in a process with an environment of its own: embed-in-a-process.ts <model folder>
const embedder = openEmbedder({ modelDir: process.argv[2] ?? '' });
const { name } = await embedder.runtime;
const vectors = await embedder.embed(['The tide was kind to us.'], AbortSignal.timeout(60_000));
await embedder.close();
process.stdout.write(JSON.stringify({ name, vectors: vectors.length }));
