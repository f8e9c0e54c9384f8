import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayString } from './display-string.ts';

/** As RFC 9651 (section 4.2.10) reads it. */
const read = (value: string) => decodeURIComponent(value.slice(2, -1));

it('writes the example of the RFC', () => {
  expect(displayString('This is intended for display to üsers.')).toBe(
    '%"This is intended for display to %c3%bcsers."',
  );
});

it('writes any text as printable ASCII, and it can be read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
      const value = displayString(text);
      expect(value).toMatch(/^%"(?:[ !#$&-~]|%[\da-f]{2})*"$/);
      expect(read(value)).toBe(text);
    }),
  );
});

it('cuts what is too long between two characters', () => {
  const value = displayString('ü'.repeat(5_000));
  expect(value.length).toBeLessThanOrEqual(2_003);
  expect(read(value)).toMatch(/^ü+$/);
});

it('takes half a surrogate pair', () => {
  expect(read(displayString('a\ud800'))).toBe('a\ufffd');
});
