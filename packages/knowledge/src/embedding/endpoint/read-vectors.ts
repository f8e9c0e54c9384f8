import { z } from 'zod';
import { EndpointFailure } from './endpoint-failure.ts';

const answerSchema = z.object({
  data: z.array(
    z.object({
      index: z.int().min(0).optional(),
      embedding: z.union([z.string(), z.array(z.number())]),
    }),
  ),
});

/**
 * The vectors of an answer in the order of the texts, each of length 1.
 * @param dimensions what each must have; undefined while it is not known yet (the first vector says)
 * @throws EndpointFailure `garbage`, `wrong-size`
 */
export function readVectors(
  body: unknown,
  expected: { texts: number; dimensions: number | undefined },
): Float32Array[] {
  const answer = answerSchema.safeParse(body);
  if (!answer.success || answer.data.data.length !== expected.texts)
    throw new EndpointFailure('garbage');
  const vectors: Float32Array[] = [];
  for (const [place, { index, embedding }] of answer.data.data.entries()) {
    const at = index ?? place;
    // Of every text exactly one: with as many as there are texts, none twice means none missing.
    if (at >= expected.texts || vectors[at] !== undefined) throw new EndpointFailure('garbage');
    vectors[at] = normalised(typeof embedding === 'string' ? decode(embedding) : embedding);
  }
  const dimensions = expected.dimensions ?? vectors[0]?.length;
  if (vectors.some((vector) => vector.length !== dimensions))
    throw new EndpointFailure('wrong-size');
  return vectors;
}

/** Little-endian floats, as OpenAI sends them. */
function decode(text: string): Float32Array {
  if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(text)) throw new EndpointFailure('garbage');
  const bytes = Buffer.from(text, 'base64');
  if (bytes.byteLength % 4 !== 0) throw new EndpointFailure('garbage');
  const vector = new Float32Array(bytes.byteLength / 4);
  for (let i = 0; i < vector.length; i += 1) vector[i] = bytes.readFloatLE(i * 4);
  return vector;
}

function normalised(values: ArrayLike<number>): Float32Array {
  const vector = Float32Array.from(values);
  // In doubles: squares of floats can leave their range.
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  if (!Number.isFinite(length) || length === 0) throw new EndpointFailure('garbage');
  for (let i = 0; i < vector.length; i += 1) vector[i] = (vector[i] ?? 0) / length;
  return vector;
}
