import { openEmbedder } from '../src/index.ts';

// Closes while the model is still loading, and has nothing else to wait for.
const embedder = openEmbedder({ modelDir: process.argv[2] ?? '' });
await embedder.close();
process.stdout.write('closed');
