// Writes all-MiniLM-L6-v2 as an ONNX graph (fp32, mean pooling and L2 norm inside) from its safetensors weights.
// The format is protobuf, of which a graph needs three wire types: a library for it would be larger than this file.
import { Buffer } from 'node:buffer';

const hidden = 384;
const heads = 12;
const layers = 6;
const positions = 512;

/** Changes whenever the graph does: a cached file of another version is not used. */
export const graphVersion = 1;

// Field types of the ONNX protobuf schema (onnx.proto, IR version 8).
const float32 = 1;
const int64 = 7;
const attribute = { float: 1, int: 2, ints: 7 };

function varint(value) {
  const bytes = [];
  let left = BigInt.asUintN(64, BigInt(value));
  do {
    const low = Number(left & 0x7fn);
    left >>= 7n;
    bytes.push(left > 0n ? low | 0x80 : low);
  } while (left > 0n);
  return Buffer.from(bytes);
}
const field = (number, wire) => varint((number << 3) | wire);
const integer = (number, value) => Buffer.concat([field(number, 0), varint(value)]);
const bytes = (number, value) => Buffer.concat([field(number, 2), varint(value.length), value]);
const text = (number, value) => bytes(number, Buffer.from(value, 'utf8'));
const message = (number, parts) => bytes(number, Buffer.concat(parts));
function float(number, value) {
  const four = Buffer.alloc(4);
  four.writeFloatLE(value);
  return Buffer.concat([field(number, 5), four]);
}

const rawOf = (typed) => Buffer.from(typed.buffer, typed.byteOffset, typed.byteLength);

/** The tensors of a safetensors file (https://github.com/huggingface/safetensors) of half floats, as float32. */
export function readHalfFloats(file) {
  const headerLength = Number(file.readBigUInt64LE(0));
  const header = JSON.parse(file.toString('utf8', 8, 8 + headerLength));
  const base = 8 + headerLength;
  return (name) => {
    const entry = header[name];
    if (entry?.dtype !== 'F16') throw new Error(`the weights have no half-float tensor ${name}`);
    const [begin, end] = entry.data_offsets;
    const data = new Float32Array((end - begin) / 2);
    for (let i = 0; i < data.length; i += 1)
      data[i] = widen(file.readUInt16LE(base + begin + 2 * i));
    return { data, dims: entry.shape };
  };
}

/** IEEE 754 binary16 to a number. */
function widen(half) {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function transposed({ data, dims: [rows, columns] }) {
  const turned = new Float32Array(data.length);
  for (let i = 0; i < rows; i += 1) {
    for (let j = 0; j < columns; j += 1) turned[j * rows + i] = data[i * columns + j];
  }
  return { data: turned, dims: [columns, rows] };
}

/** Collects nodes and constants; each call gives the name of what it made. */
class Graph {
  nodes = [];
  constants = [];
  #made = 0;

  #name() {
    this.#made += 1;
    return `t${this.#made}`;
  }

  weights({ data, dims }, type = float32) {
    const name = this.#name();
    this.constants.push(
      message(5, [
        ...dims.map((dim) => integer(1, dim)),
        integer(2, type),
        text(8, name),
        bytes(9, rawOf(data)),
      ]),
    );
    return name;
  }

  number(value) {
    return this.weights({ data: Float32Array.of(value), dims: [] });
  }

  integers(...values) {
    return this.weights(
      { data: BigInt64Array.from(values.map(BigInt)), dims: [values.length] },
      int64,
    );
  }

  op(type, inputs, attributes = {}, output = this.#name()) {
    const parts = [...inputs.map((input) => text(1, input)), text(2, output), text(4, type)];
    for (const [name, value] of Object.entries(attributes)) {
      const typed = Array.isArray(value)
        ? [...value.map((one) => integer(8, one)), integer(20, attribute.ints)]
        : Number.isInteger(value)
          ? [integer(3, value), integer(20, attribute.int)]
          : [float(2, value), integer(20, attribute.float)];
      parts.push(message(5, [text(1, name), ...typed]));
    }
    this.nodes.push(message(1, parts));
    return output;
  }
}

function bert(graph, tensor) {
  const linear = (x, name) =>
    graph.op('Add', [
      graph.op('MatMul', [x, graph.weights(transposed(tensor(`${name}.weight`)))]),
      graph.weights(tensor(`${name}.bias`)),
    ]);
  const normalised = (x, name) =>
    graph.op(
      'LayerNormalization',
      [x, graph.weights(tensor(`${name}.weight`)), graph.weights(tensor(`${name}.bias`))],
      {
        axis: -1,
        epsilon: 1e-12,
      },
    );
  const byHead = graph.integers(0, 0, heads, hidden / heads);
  const whole = graph.integers(0, 0, hidden);
  const split = (x, order) =>
    graph.op('Transpose', [graph.op('Reshape', [x, byHead])], { perm: order });

  // Every token is of type 0, so that its embedding can be added to the positions once and for all.
  const place = tensor('embeddings.position_embeddings.weight');
  const type = tensor('embeddings.token_type_embeddings.weight');
  for (let i = 0; i < positions * hidden; i += 1) place.data[i] += type.data[i % hidden];
  const length = graph.op('Slice', [
    graph.op('Shape', ['input_ids']),
    graph.integers(1),
    graph.integers(2),
  ]);
  const words = graph.op('Gather', [
    graph.weights(tensor('embeddings.word_embeddings.weight')),
    'input_ids',
  ]);
  const places = graph.op('Slice', [
    graph.weights(place),
    graph.integers(0),
    length,
    graph.integers(0),
  ]);
  let x = normalised(graph.op('Add', [words, places]), 'embeddings.LayerNorm');

  const mask = graph.op('Cast', ['attention_mask'], { to: float32 });
  const hiddenFromAttention = graph.op('Mul', [
    graph.op('Sub', [graph.number(1), graph.op('Unsqueeze', [mask, graph.integers(1, 2)])]),
    graph.number(-10_000),
  ]);
  for (let layer = 0; layer < layers; layer += 1) {
    const at = `encoder.layer.${layer}`;
    const query = split(linear(x, `${at}.attention.self.query`), [0, 2, 1, 3]);
    const key = split(linear(x, `${at}.attention.self.key`), [0, 2, 3, 1]);
    const value = split(linear(x, `${at}.attention.self.value`), [0, 2, 1, 3]);
    const scaled = graph.op('Div', [
      graph.op('MatMul', [query, key]),
      graph.number(Math.sqrt(hidden / heads)),
    ]);
    const weights = graph.op('Softmax', [graph.op('Add', [scaled, hiddenFromAttention])], {
      axis: -1,
    });
    const attended = graph.op('Transpose', [graph.op('MatMul', [weights, value])], {
      perm: [0, 2, 1, 3],
    });
    const joined = linear(graph.op('Reshape', [attended, whole]), `${at}.attention.output.dense`);
    x = normalised(graph.op('Add', [joined, x]), `${at}.attention.output.LayerNorm`);
    const inner = linear(x, `${at}.intermediate.dense`);
    // GELU, exact: 0.5 x (1 + erf(x / sqrt 2)).
    const erf = graph.op('Erf', [graph.op('Div', [inner, graph.number(Math.SQRT2)])]);
    const gelu = graph.op('Mul', [
      graph.op('Mul', [inner, graph.op('Add', [erf, graph.number(1)])]),
      graph.number(0.5),
    ]);
    x = normalised(
      graph.op('Add', [linear(gelu, `${at}.output.dense`), x]),
      `${at}.output.LayerNorm`,
    );
  }

  const weighed = graph.op('Mul', [x, graph.op('Unsqueeze', [mask, graph.integers(2)])]);
  const sum = graph.op('ReduceSum', [weighed, graph.integers(1)], { keepdims: 0 });
  const count = graph.op('Max', [
    graph.op('ReduceSum', [mask, graph.integers(1)], { keepdims: 1 }),
    graph.number(1e-9),
  ]);
  graph.op('LpNormalization', [graph.op('Div', [sum, count])], { axis: -1, p: 2 }, 'embedding');
}

const dimension = (dim) => message(1, [typeof dim === 'string' ? text(2, dim) : integer(1, dim)]);
const tensorInfo = (number, name, type, dims) =>
  message(number, [
    text(1, name),
    message(2, [message(1, [integer(1, type), message(2, dims.map(dimension))])]),
  ]);

/** @param {Buffer} weights a safetensors file @returns {Buffer} the bytes of an ONNX model */
export function buildGraph(weights) {
  const graph = new Graph();
  bert(graph, readHalfFloats(weights));
  return Buffer.concat([
    integer(1, 8),
    text(2, 'personate'),
    message(7, [
      ...graph.nodes,
      text(2, 'all-MiniLM-L6-v2'),
      ...graph.constants,
      tensorInfo(11, 'input_ids', int64, ['batch', 'tokens']),
      tensorInfo(11, 'attention_mask', int64, ['batch', 'tokens']),
      tensorInfo(12, 'embedding', float32, ['batch', hidden]),
    ]),
    message(8, [text(1, ''), integer(2, 17)]),
  ]);
}
