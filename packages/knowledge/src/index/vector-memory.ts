import { openScan, stride, type Scan } from './simd-scan.ts';
import { wasm, type WasmMemory } from './wasm.ts';

const pageBytes = 65_536;
/** Vectors compared by one call. */
const blockSize = 1_024;

/** Vectors in a memory of WebAssembly, which compares some four times as fast as JavaScript does. */
export class VectorMemory {
  readonly #memory: WasmMemory;
  readonly #scan: Scan;
  readonly #width: number;
  /** Views of the memory; made anew when it grows. */
  #query = new Float32Array();
  #scores = new Float32Array();
  #vectors = new Float32Array();

  /** Null where there is no SIMD, or no room for another memory. */
  static open(width: number, vectors: number): VectorMemory | null {
    try {
      const memory = new wasm.Memory({ initial: pagesFor(width, vectors) });
      const scan = openScan(memory);
      return scan === null ? null : new VectorMemory(memory, scan, width);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  private constructor(memory: WasmMemory, scan: Scan, width: number) {
    this.#memory = memory;
    this.#scan = scan;
    this.#width = width;
    this.#view();
  }

  /** All of them, one after the other, as long as nothing grows. */
  get vectors(): Float32Array {
    return this.#vectors;
  }

  /** False when there is no room: then nothing has changed. */
  grow(vectors: number): boolean {
    const missing = pagesFor(this.#width, vectors) - this.#memory.buffer.byteLength / pageBytes;
    if (missing <= 0) return true;
    try {
      this.#memory.grow(missing);
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
    this.#view();
    return true;
  }

  /** Tells the score of each vector below `end`, in their order. */
  scan(query: Float32Array, end: number, tell: (slot: number, score: number) => void): void {
    this.#query.fill(0);
    this.#query.set(query);
    const bytes = this.#width * 4;
    for (let from = 0; from < end; from += blockSize) {
      const count = Math.min(blockSize, end - from);
      this.#scan(
        this.#query.byteOffset,
        this.#vectors.byteOffset + from * bytes,
        count,
        bytes,
        this.#scores.byteOffset,
      );
      for (let i = 0; i < count; i++) tell(from + i, this.#scores[i] as number);
    }
  }

  #view(): void {
    const { buffer } = this.#memory;
    this.#query = new Float32Array(buffer, 0, this.#width);
    this.#scores = new Float32Array(buffer, this.#width * 4, blockSize);
    this.#vectors = new Float32Array(buffer, headBytes(this.#width));
  }
}

/** A vector's length in whole steps of the comparison; the rest are zeros. */
export const paddedTo = (dimensions: number): number =>
  Math.ceil((dimensions * 4) / stride) * (stride / 4);

const headBytes = (width: number): number => (width + blockSize) * 4;

const pagesFor = (width: number, vectors: number): number =>
  Math.ceil((headBytes(width) + vectors * width * 4) / pageBytes);
