import { randomUUID } from 'node:crypto';
import type { EmbeddedPassage, GenerationSpec } from '@personate/knowledge';

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
  return {
    passageId: randomUUID(),
    documentKey: randomUUID(),
    externalId: 'e',
    sourceId: 'jsonl:test',
    ordinal: 0,
    headings: [],
    stance: 'by',
    kind: 'social',
    language: 'en',
    audience: ['public'],
    before: [],
    after: [],
    fingerprint: 'f',
    vector: Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0),
    ...some,
  };
}

export const asks = {
  vector: Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0),
  terms: new Map([['appl', 1]]),
  audience: ['public'],
  limit: 1_000,
};
