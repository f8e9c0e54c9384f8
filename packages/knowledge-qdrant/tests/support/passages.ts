import { randomUUID } from 'node:crypto';
import type { EmbeddedPassage, GenerationSpec } from '@personate/knowledge';

export const dimensions = 8;

export function newSpec(some: Partial<GenerationSpec> = {}): GenerationSpec {
  return {
    personaId: 'somebody',
    personaUid: randomUUID(),
    generation: 1,
    embeddingIdentity: `test/${dimensions}`,
    dimensions,
    ...some,
  };
}

export function passage(some: Partial<EmbeddedPassage> & { text: string }): EmbeddedPassage {
  const documentKey = some.documentKey ?? randomUUID();
  return {
    passageId: randomUUID(),
    documentKey,
    externalId: documentKey.slice(0, 4),
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
