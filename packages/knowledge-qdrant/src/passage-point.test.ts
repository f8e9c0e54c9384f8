import { expect, it } from '@jest/globals';
import { termsOf } from '@personate/knowledge';
import { samplePassage } from '@personate/knowledge/testing';
import { fromPayload, sentencesOf, toPoint } from './passage-point.ts';

const body = samplePassage({ text: 'We painted the old boats.' });
const point = (sentences?: Uint8Array) =>
  toPoint(
    { ...body, vector: Float32Array.of(1, 0), ...(sentences === undefined ? {} : { sentences }) },
    { id: body.passageId, averageLength: 3, written: 7, tenant: null },
  );

it('a point gives back its passage, with the terms that were counted when it was written', () => {
  const { payload } = point();
  const read = fromPayload({ ...payload, terms: 'counted before' });
  expect(read).toEqual({ passage: body, written: 7 });
  expect(termsOf(read!.passage)).toEqual(['counted', 'before']);
  expect(payload.terms).toBe(termsOf(body).join(' '));
  expect(sentencesOf(payload)).toBeNull();
  expect(sentencesOf(point(Uint8Array.of(1, 2)).payload)).toEqual(Buffer.of(1, 2));
});

it('a passage without words has no terms, not an empty one', () => {
  const read = fromPayload({ ...point().payload, terms: '' });
  expect(termsOf(read!.passage)).toEqual([]);
});

it('what an earlier version wrote is read as well', () => {
  const read = fromPayload({ passage: body, written: 3 });
  expect(read).toEqual({ passage: body, written: 3 });
  expect(termsOf(read!.passage)).toEqual(termsOf(body));
});

it.each([
  ['nothing', undefined],
  ['a passage that is no JSON', { passage: '{"passageId"', written: 1 }],
  ['JSON that is no passage', { passage: '[1]', written: 1 }],
  ['no stamp', { passage: JSON.stringify(body) }],
])('%s is none of ours', (_, payload) => {
  expect(fromPayload(payload)).toBeNull();
});
