import { expect, it } from '@jest/globals';
import { termsOf } from '@personate/knowledge';
import { samplePassage } from '@personate/knowledge/testing';
import { fromBody, toBody } from './stored-body.ts';

const passage = samplePassage({ text: 'We painted the old boats.' });

it('a body gives back the passage alone, and tells its terms', () => {
  const body = toBody({ ...passage, vector: Float32Array.of(1) });
  expect(body._terms).toBe(termsOf(passage).join(' '));
  const read = fromBody({ ...body, _terms: 'counted before' });
  expect(read).toEqual(passage);
  expect(termsOf(read)).toEqual(['counted', 'before']);
});

it('what an earlier version wrote is read as well', () => {
  expect(fromBody(passage)).toEqual(passage);
  expect(fromBody({ ...passage, _around: 'a b' })).toEqual(passage);
});
