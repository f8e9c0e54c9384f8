import { expect, it } from '@jest/globals';
import { termsOf, type EmbeddedPassage } from '@personate/knowledge';
import { fromBody, toBody } from './stored-body.ts';

const passage = {
  passageId: '7d0f8b0e-9a55-4a3e-8f0b-0a4d9d1c2b3a',
  documentKey: '0d2f3c52-0f0a-4c3b-9a57-2f8f3e1d4c5b',
  externalId: 'e1',
  sourceId: 'jsonl:test',
  ordinal: 0,
  text: 'We painted the old boats.',
  headings: [],
  stance: 'by',
  kind: 'social',
  language: 'en',
  audience: ['public'],
  before: [],
  after: [],
  fingerprint: 'f',
} satisfies Omit<EmbeddedPassage, 'vector'>;

it('a body gives back the passage alone, and tells its terms and what stands further around it', () => {
  const body = toBody({ ...passage, vector: Float32Array.of(1), around: ['a', 'b'] });
  expect(body._terms).toBe(termsOf(passage).join(' '));
  const read = fromBody({ ...body, _terms: 'counted before' });
  expect(read).toEqual({ passage, around: ['a', 'b'] });
  expect(termsOf(read.passage)).toEqual(['counted', 'before']);
});

it('what an earlier version wrote is read as well', () => {
  expect(fromBody(passage)).toEqual({ passage });
});
