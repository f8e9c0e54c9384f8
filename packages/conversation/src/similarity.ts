import type { Embedder } from '@personate/knowledge';

export interface Similarity {
  /** Cosine of the question with each text, in order. */
  (question: string, texts: readonly string[], signal: AbortSignal): Promise<number[]>;
  /** Of the embedder behind it. */
  readonly identity?: string;
}

/** About 3 kB each: what a persona's liveliest passages need. */
const defaultMaxVectors = 4000;

/**
 * Cosines by the embedder, which embeds each text once while it stays among the latest used.
 * Longer texts than it takes are cut at a word; without words their cosine is 0.
 */
export function createSimilarity(embedder: Embedder, maxVectors = defaultMaxVectors): Similarity {
  const vectors = new Map<string, Float32Array>();

  async function vectorsOf(
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<Array<Float32Array | null>> {
    const wanted = new Map<string, Float32Array | null>();
    const missing: string[] = [];
    for (const text of new Set(texts)) {
      const known = vectors.get(text);
      if (known !== undefined) {
        vectors.delete(text);
        vectors.set(text, known);
        wanted.set(text, known);
      } else if (/[\p{L}\p{N}]/u.test(text)) missing.push(text);
      else wanted.set(text, null);
    }
    if (missing.length > 0) {
      const cut = await Promise.all(missing.map((text) => fit(text, embedder)));
      const embedded = await embedder.embed(cut, signal, { urgent: true });
      for (const [index, text] of missing.entries()) {
        const vector = embedded[index];
        if (vector === undefined) continue;
        wanted.set(text, vector);
        vectors.set(text, vector);
      }
      for (const oldest of vectors.keys()) {
        if (vectors.size <= maxVectors) break;
        vectors.delete(oldest);
      }
    }
    return texts.map((text) => wanted.get(text) ?? null);
  }

  const similarity: Similarity = async (question, texts, signal) => {
    if (texts.length === 0) return [];
    const [asked, ...others] = await vectorsOf([question, ...texts], signal);
    return others.map((vector) =>
      asked === null || asked === undefined || vector === null ? 0 : dot(asked, vector),
    );
  };
  return Object.assign(similarity, { identity: embedder.identity });
}

async function fit(text: string, embedder: Embedder): Promise<string> {
  let words = text.slice(0, 2000).split(/\s+/u).slice(0, embedder.maxTokens);
  while (words.length > 1 && (await embedder.countTokens(words.join(' '))) > embedder.maxTokens) {
    words = words.slice(0, Math.floor(words.length * 0.7));
  }
  const cut = words.join(' ');
  if (words.length > 1 || (await embedder.countTokens(cut)) <= embedder.maxTokens) return cut;
  // One endless word, or a script without spaces: three tokens a character at most.
  return Array.from(cut)
    .slice(0, Math.floor(embedder.maxTokens / 4))
    .join('');
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
