import { expect, it } from '@jest/globals';
import { ExpectedError } from '@personate/contracts';
import { toldError } from './told-error.ts';

it('tells of a database’s error what it is, and none of the row', () => {
  const error = Object.assign(new Error('invalid input syntax for type uuid: "secret diary"'), {
    severity: 'ERROR',
    routine: 'string_to_uuid',
    code: '22P02',
    detail: 'Failing row contains (1, secret diary).',
    where: 'unnamed portal parameter $1 = secret diary',
    table: 'turn',
  });
  const told = toldError(new Error('turn was not stored', { cause: error }));
  expect(told).toMatchObject({ cause: { code: '22P02', table: 'turn' } });
  expect(JSON.stringify(told)).not.toContain('diary');
});

it('tells of a parser’s error that it did not understand, not what', () => {
  let error: unknown;
  try {
    JSON.parse('secret diary');
  } catch (thrown) {
    error = thrown;
  }
  const told = toldError(error);
  expect(told).toMatchObject({ type: 'SyntaxError', message: expect.stringContaining('JSON') });
  expect(JSON.stringify(told)).not.toContain('secret');
});

it('tells of a foreseen error its code and what to do, and where it came from', () => {
  const told = toldError(new ExpectedError('timeout', 'model.timeout', 'Too late.', { fix: 'Wait.' })); // prettier-ignore
  expect(told).toMatchObject({ code: 'model.timeout', fix: 'Wait.', message: 'Too late.' });
  expect((told as { stack: string }).stack).toContain('told-error.test');
});
