import { expect, it } from '@jest/globals';
import { isPlainlyOther } from './plainly-other.ts';

it.each([
  ['Nora Whitfield', undefined, 'Wren Halloran', true],
  ['Nora Whitfield', '4711', 'Wren Halloran', true],
  ['Nora Whitfield', undefined, 'nora whitfield', false],
  ['Nora W.', undefined, 'Nora Whitfield', false],
  ['norawhit', undefined, 'Nora Whitfield', false],
  ['Whitfield, N.', undefined, 'Nora Whitfield', false],
  ['The sea and I', 'wrenh', 'Wren Halloran', false],
  ['Vera Núñez', undefined, 'vera nunez', false],
  ['Bo Ek', undefined, 'Bo Ek', false],
  ['山田', undefined, '山田', false],
  ['🌊', undefined, 'Wren Halloran', false],
])('%s (%s) for the persona %s: plainly somebody else is %s', (name, id, persona, other) => {
  expect(isPlainlyOther({ name, id }, [persona])).toBe(other);
});

it('any of the names that the persona goes by will do', () => {
  expect(isPlainlyOther({ name: 'Ada Byron' }, ['Lady Lovelace', 'Ada King'])).toBe(false);
});
