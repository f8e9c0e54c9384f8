import { expect, it } from '@jest/globals';
import { storableText, toJson } from './to-json.ts';

it('keeps every whole character, and lets go of what Postgres cannot hold', () => {
  expect(storableText('a\0b \u{1f511} \ud83d')).toBe('ab \u{1f511} \ufffd');
  expect(storableText('plain ü')).toBe('plain ü');
  expect(toJson({ 'k\0': ['\\u0000', '\ud800', { deep: 'x\0' }], n: 1, none: null })).toBe(
    '{"k":["\\\\u0000","\ufffd",{"deep":"x"}],"n":1,"none":null}',
  );
});
