import { expect, it } from '@jest/globals';
import { plainJson, plainText } from './plain-text.ts';

it('nothing that a terminal would act on is left of a text', () => {
  const text = 'a\u0007\u009b2J\u001b]0;x\u0007\u001b[31mb\r\u007f';
  expect(plainText(text, { colours: false })).toBe('a2J]0;xb');
});

it('JSON says the same, in characters that no terminal acts on', () => {
  const value = { 'k\u0080': 'a\u001b[2J\u009b2J\u007fé' };
  const json = plainJson(JSON.stringify(value));
  expect(json).not.toMatch(/\p{Cc}/u);
  expect(JSON.parse(json)).toEqual(value);
});
