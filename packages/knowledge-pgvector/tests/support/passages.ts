import { randomUUID } from 'node:crypto';
import type { EmbeddedPassage, GenerationSpec } from '@personate/knowledge';
import { samplePassage } from '@personate/knowledge/testing';

export const dimensions = 8;

export const newSpec = (some: Partial<GenerationSpec> = {}): GenerationSpec => ({
  personaId: 'somebody',
  personaUid: randomUUID(),
  generation: 1,
  embeddingIdentity: `test/${dimensions}`,
  dimensions,
  averageLength: 3,
  ...some,
});

export function passage(some: Partial<EmbeddedPassage> & { text: string }): EmbeddedPassage {
  return { vector: Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0), ...samplePassage(some) };
}

export const asks = {
  vector: Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0),
  terms: new Map([['appl', 1]]),
  audience: ['public'],
  limit: 1_000,
};
