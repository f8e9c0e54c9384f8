import { wasm, type WasmMemory } from './wasm.ts';

/**
 * `scan(query, vectors, count, bytes, scores)`: dot products of one vector with many, four floats at a time. All are
 * addresses in the memory that it was opened on; `bytes` is the length of a vector, a multiple of `stride`.
 */
export type Scan = (
  query: number,
  vectors: number,
  count: number,
  bytes: number,
  scores: number,
) => void;

/** Bytes that one step of the loop reads: four registers of four floats, whose sums do not wait for each other. */
export const stride = 64;

let compiled: object | null | undefined;

/** Null where this machine has no SIMD in WebAssembly. */
export function openScan(memory: WasmMemory): Scan | null {
  if (compiled === undefined) {
    const bytes = assemble();
    compiled = wasm.validate(bytes) ? new wasm.Module(bytes) : null;
  }
  if (compiled === null) return null;
  const { scan } = new wasm.Instance(compiled, { env: { memory } }).exports;
  return scan as Scan;
}

// The binary format: https://webassembly.github.io/spec/core/binary/
type Code = readonly number[];

/** Unsigned LEB128. */
function u(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

const vector = (items: readonly Code[]): Code => [...u(items.length), ...items.flat()];
const section = (id: number, content: Code): Code => [id, ...u(content.length), ...content];
const name = (text: string): Code => vector([...Buffer.from(text)].map((byte) => [byte]));

const type = { i32: 0x7f, v128: 0x7b };
const [query, vectors, count, bytes, scores, at] = [0, 1, 2, 3, 4, 5];
const sums = [6, 7, 8, 9];

const get = (local: number): Code => [0x20, ...u(local)];
const set = (local: number): Code => [0x21, ...u(local)];
/** Of constants up to 64, whose signed LEB128 has one byte, or two for 64. */
const i32 = (value: number): Code => [0x41, ...(value < 64 ? [value] : [value | 0x80, 0])];
const simd = (operation: number): Code => [0xfd, ...u(operation)];
const load = (offset: number): Code => [...simd(0x00), 2, ...u(offset)];
const zero: Code = [...simd(0x0c), ...Array.from({ length: 16 }, () => 0)];
const lane = (index: number): Code => [...simd(0x1f), index];
const op = {
  addInt: [0x6a],
  subtractInt: [0x6b],
  isZero: [0x45],
  isLess: [0x49],
  addFloat: [0x92],
  storeFloat: [0x38, 2, 0],
  addFloats: simd(0xe4),
  multiplyFloats: simd(0xe6),
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  end: [0x0b],
} satisfies Record<string, Code>;
const branch = (depth: number): Code => [0x0c, depth];
const branchIf = (depth: number): Code => [0x0d, depth];
const advance = (local: number, by: Code): Code => [get(local), by, op.addInt, set(local)].flat();

function assemble(): Uint8Array<ArrayBuffer> {
  const at16 = (local: number, i: number): Code =>
    [get(local), get(at), op.addInt, load(16 * i)].flat();
  const multiplied = sums.flatMap((sum, i) =>
    [get(sum), at16(query, i), at16(vectors, i), op.multiplyFloats, op.addFloats, set(sum)].flat(),
  );
  const [a = 0, b = 0, c = 0, d = 0] = sums;
  const total = [
    [get(a), get(b), op.addFloats, get(c), get(d), op.addFloats, op.addFloats, set(a)].flat(),
    [get(a), lane(0), get(a), lane(1), op.addFloat].flat(),
    [get(a), lane(2), get(a), lane(3), op.addFloat, op.addFloat].flat(),
  ].flat();
  const body = [
    vector([
      [1, type.i32],
      [sums.length, type.v128],
    ]),
    op.block,
    op.loop,
    // Until no vector is left.
    [get(count), op.isZero, branchIf(1)].flat(),
    sums.flatMap((sum) => [...zero, ...set(sum)]),
    [i32(0), set(at)].flat(),
    op.loop,
    multiplied,
    advance(at, i32(stride)),
    [get(at), get(bytes), op.isLess, branchIf(0)].flat(),
    op.end,
    [get(scores), total, op.storeFloat].flat(),
    advance(vectors, get(bytes)),
    advance(scores, i32(4)),
    [get(count), i32(1), op.subtractInt, set(count)].flat(),
    branch(0),
    [op.end, op.end, op.end].flat(),
  ].flat();
  const parameters = vector(Array.from({ length: 5 }, () => [type.i32]));
  return Uint8Array.from(
    [
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, vector([[0x60, ...parameters, 0]])),
      section(2, vector([[...name('env'), ...name('memory'), 2, 0, 1]])),
      section(3, vector([[0]])),
      section(7, vector([[...name('scan'), 0, 0]])),
      section(10, vector([[...u(body.length), ...body]])),
    ].flat(),
  );
}
