import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Embedder } from '../../packages/knowledge/src/index.ts';

/**
 * Keeps vectors between runs, in the system's folder for temporary files, so that only the first run pays for
 * embedding. A file per identity: key (32 bytes) and vector, end to end.
 */
export function cachedEmbedder(embedder: Embedder): Embedder {
  const folder = join(tmpdir(), 'personate-bench-embeddings');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${digest(embedder.identity).toString('hex').slice(0, 16)}.bin`);
  const vectors = new Map<string, Float32Array>();
  const rowBytes = 32 + embedder.dimensions * 4;
  if (existsSync(file)) {
    const bytes = readFileSync(file);
    for (let at = 0; at + rowBytes <= bytes.length; at += rowBytes) {
      const row = bytes.subarray(at + 32, at + rowBytes);
      vectors.set(
        bytes.subarray(at, at + 32).toString('hex'),
        new Float32Array(row.buffer.slice(row.byteOffset, row.byteOffset + row.byteLength)),
      );
    }
  }
  return {
    ...embedder,
    async embed(texts, signal, options) {
      const keys = texts.map((text) => digest(text));
      const missing = [...new Set(texts.filter((_, i) => !vectors.has(hex(keys[i]))))];
      for (let from = 0; from < missing.length; from += 64) {
        const batch = missing.slice(from, from + 64);
        const fresh = await embedder.embed(batch, signal, options);
        for (const [i, vector] of fresh.entries()) {
          const key = digest(batch[i] ?? '');
          vectors.set(key.toString('hex'), vector);
          appendFileSync(file, Buffer.concat([key, new Uint8Array(vector.buffer.slice(0))]));
        }
      }
      return keys.map((key) => vectors.get(hex(key)) ?? new Float32Array(embedder.dimensions));
    },
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const hex = (key: Buffer | undefined): string => key?.toString('hex') ?? '';
