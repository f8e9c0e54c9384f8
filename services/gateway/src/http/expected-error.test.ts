import { expect, it } from '@jest/globals';
import { expectedError } from './expected-error.ts';

it.each([
  ['ECONNREFUSED', 503, 'database.unreachable'],
  ['53300', 503, 'database.unreachable'],
  ['25006', 503, 'database.read-only'],
  ['57014', 504, 'database.too-slow'],
  ['53100', 503, 'storage.full'],
])('a database that fails with %s is told as %i %s', (given, status, code) => {
  const error = Object.assign(new Error('said by the server'), { code: given });
  expect(expectedError(error)).toMatchObject({ status, code });
});

it('what nobody foresaw stays a bug', () => {
  expect(expectedError(Object.assign(new Error('no'), { code: '42601' }))).toBeNull();
});
