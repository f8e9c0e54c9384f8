import { describe, expect, it } from '@jest/globals';
import { nameFailure } from './name-failure.ts';

const failed = (code: string, message = 'it failed'): unknown =>
  Object.assign(new Error(message), { code });

describe('a failure of the database', () => {
  it.each([
    ['57014', 'knowledge.store-timeout', true],
    ['57P01', 'knowledge.store-unreachable', true],
    ['57P03', 'knowledge.store-busy', true],
    ['53300', 'knowledge.store-busy', true],
    ['40P01', 'knowledge.store-busy', true],
    ['08006', 'knowledge.store-unreachable', true],
    ['ECONNREFUSED', 'knowledge.store-unreachable', true],
    ['ECONNRESET', 'knowledge.store-unreachable', true],
    ['53100', 'knowledge.store-full', false],
    ['25006', 'knowledge.store-read-only', true],
    ['28P01', 'knowledge.store-key-refused', false],
    ['42501', 'knowledge.store-forbidden', false],
    ['42P01', 'knowledge.table-missing', false],
    ['22000', 'knowledge.store-rejected', false],
    ['54000', 'knowledge.batch-too-large', false],
    ['XX001', 'knowledge.store-failed', false],
    ['ZZ999', 'knowledge.store-failed', false],
  ])('%s is %s, transient: %s', (code, expected, transient) => {
    const failure = nameFailure(failed(code));
    expect([failure?.code, failure?.transient]).toEqual([expected, transient]);
    expect(failure?.fix).not.toBe('');
  });

  it('is recognised by what pg says where it gives no code', () => {
    const said = (message: string) => nameFailure(new Error(message))?.failure;
    expect(said('Connection terminated unexpectedly')).toBe('interrupted');
    expect(said('timeout exceeded when trying to connect')).toBe('unreachable');
    expect(said('Cannot read properties of undefined')).toBeUndefined();
  });

  it('that only a statement of ours can cause is a bug, and is not dressed up', () => {
    for (const code of ['42601', '0A000', '21000', '26000'])
      expect(nameFailure(failed(code))).toBeNull();
    expect(nameFailure('text')).toBeNull();
  });

  it('tells no value that the database quotes', () => {
    const said = nameFailure(failed('22P02', 'invalid input syntax for type uuid: "my secret"'));
    expect(said?.message).not.toContain('secret');
    expect(said?.message).toContain('invalid input syntax');
  });
});
