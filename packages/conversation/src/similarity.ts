import type { Embedder } from '@personate/knowledge';

export interface Similarity {
  /** Cosine of the question with each text, in order. */
  (question: string, texts: readonly string[], signal: AbortSignal): Promise<number[]>;
  /** Of the embedder behind it. */
  readonly identity: string;
  /** Vectors of the texts, in order; null for one without words. Texts of one call are embedded in one batch. */
  vectors(texts: readonly string[], signal: AbortSignal): Promise<Array<Float32Array | null>>;
  /** Takes vectors that somebody else had made by the same embedder. */
  learn(vectors: Iterable<readonly [string, Float32Array]>): void;
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
      const fresh = missing.flatMap((text, index) => {
        const vector = embedded[index];
        return vector === undefined ? [] : [[text, vector] as const];
      });
      for (const [text, vector] of fresh) wanted.set(text, vector);
      learn(fresh);
    }
    return texts.map((text) => wanted.get(text) ?? null);
  }

  function learn(fresh: Iterable<readonly [string, Float32Array]>): void {
    for (const [text, vector] of fresh) {
      vectors.delete(text);
      vectors.set(text, vector);
    }
    for (const oldest of vectors.keys()) {
      if (vectors.size <= maxVectors) break;
      vectors.delete(oldest);
    }
  }

  async function similarity(question: string, texts: readonly string[], signal: AbortSignal) {
    if (texts.length === 0) return [];
    const [asked, ...others] = await vectorsOf([question, ...texts], signal);
    return others.map((vector) =>
      asked === null || asked === undefined || vector === null ? 0 : dot(asked, vector),
    );
  }
  return Object.assign(similarity, { identity: embedder.identity, vectors: vectorsOf, learn });
}

async function fit(text: string, embedder: Embedder): Promise<string> {
  // What is short is not cut, whatever its spaces: the embedder of the passages gets it as it is.
  if (text.length <= 2000 && (await embedder.countTokens(text)) <= embedder.maxTokens) return text;
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
