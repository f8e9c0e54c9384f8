import { setImmediate as breathe } from 'node:timers/promises';

/** Vectors between two breaths, so that other streams are not held up: some 10 ms of work. */
const stride = 200;
const rounds = 8;

export interface Clusters {
  /** For each vector, the number of its cluster. */
  of: Int32Array;
  /** Unit vectors. */
  middles: Float32Array[];
}

/**
 * Spherical k-means (Dhillon & Modha 2001) from k-means++ seeds (Arthur & Vassilvitskii 2007) by a generator that
 * always begins alike: the same vectors in the same order give the same clusters.
 * @param sample how many, from the first on, the middles are fitted to; all are placed.
 */
export async function clusterVectors(
  vectors: readonly Float32Array[],
  options: { clusters: number; sample: number; signal: AbortSignal },
): Promise<Clusters> {
  const fitted = vectors.slice(0, options.sample);
  let middles = await seeds(fitted, options.clusters);
  let of = new Int32Array(fitted.length);
  for (let round = 0; round < rounds; round += 1) {
    const next = await place(fitted, middles, options.signal);
    const moved = round === 0 || next.some((cluster, i) => cluster !== of[i]);
    of = next;
    if (!moved) break;
    middles = means(fitted, of, middles);
  }
  return { middles, of: await place(vectors, middles, options.signal) };
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

async function place(
  vectors: readonly Float32Array[],
  middles: readonly Float32Array[],
  signal: AbortSignal,
): Promise<Int32Array<ArrayBuffer>> {
  const of = new Int32Array(vectors.length);
  for (const [i, vector] of vectors.entries()) {
    if (i % stride === 0) {
      await breathe();
      signal.throwIfAborted();
    }
    let best = -Infinity;
    for (const [cluster, middle] of middles.entries()) {
      const near = dot(vector, middle);
      if (near > best) [best, of[i]] = [near, cluster];
    }
  }
  return of;
}

function means(
  vectors: readonly Float32Array[],
  of: Int32Array,
  before: readonly Float32Array[],
): Float32Array[] {
  const sums = before.map((middle) => new Float32Array(middle.length));
  for (const [i, vector] of vectors.entries()) {
    const sum = sums[of[i] as number] as Float32Array;
    for (let d = 0; d < sum.length; d += 1) sum[d] = (sum[d] as number) + (vector[d] as number);
  }
  // A cluster that lost all its members stays where it was.
  return sums.map((sum, cluster) => unit(sum) ?? (before[cluster] as Float32Array));
}

export function unit(vector: Float32Array): Float32Array | null {
  const length = Math.sqrt(dot(vector, vector));
  return length > 1e-9 ? vector.map((value) => value / length) : null;
}

async function seeds(vectors: readonly Float32Array[], count: number): Promise<Float32Array[]> {
  const random = generator();
  const chosen = [vectors[0] as Float32Array];
  const far = new Float64Array(vectors.length).fill(Infinity);
  while (chosen.length < Math.min(count, vectors.length)) {
    await breathe();
    const last = chosen.at(-1) as Float32Array;
    let total = 0;
    for (const [i, vector] of vectors.entries()) {
      const distance = Math.max(0, 1 - dot(vector, last));
      far[i] = Math.min(far[i] as number, distance * distance);
      total += far[i];
    }
    // All that is left is the same as what was chosen.
    if (total <= 0) break;
    let left = random() * total;
    const next = far.findIndex((distance) => (left -= distance) < 0);
    chosen.push(vectors[next < 0 ? far.length - 1 : next] as Float32Array);
  }
  return chosen;
}

/** Park and Miller's generator. */
function generator(): () => number {
  let state = 20_011;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
