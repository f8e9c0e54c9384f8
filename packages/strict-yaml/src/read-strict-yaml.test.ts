import { describe, expect, it } from '@jest/globals';
import { isDeeperThan } from './depth-of.ts';
import { readStrictYaml } from './read-strict-yaml.ts';

const stepped = (levels: number): string =>
  Array.from({ length: levels }, (_, i) => `${'  '.repeat(i)}k:`).join('\n');

describe('YAML of a stranger', () => {
  it.each([
    ['square brackets', '['.repeat(60_000)],
    ['curly brackets', `a: ${'{'.repeat(60_000)}`],
    ['lists on one line', `${'- '.repeat(30_000)}x`],
    ['keys on one line', `${'? '.repeat(30_000)}x`],
    ['steps', stepped(100)],
    [
      'lists that go on line after line',
      `${'- '.repeat(60)}x:\n${' '.repeat(122)}${'- '.repeat(60)}y`,
    ],
  ])('is refused where it is nested without end: %s', (_what, text) => {
    const { document, toValue } = readStrictYaml(text);
    expect(document.errors[0]?.message).toContain('deeper than 64 levels');
    expect(toValue()).toBeNull();
  });

  it.each([
    ['a list in a map', 'a:\n  - b: 1\n    c: 2\n', 8],
    ['steps', stepped(30), 31],
    ['brackets in texts', `a: "${'['.repeat(200)}"\nb: |\n  ${'{'.repeat(200)}\nc: x [[[[ y\n`, 4],
    ['a long list', '- a: 1\n  b: [1, 2]\n'.repeat(500), 5],
  ])('is read where it is not: %s', (_what, text, limit) => {
    expect(isDeeperThan(text, limit)).toBe(false);
  });

  it('says where a key stands twice', () => {
    const { document } = readStrictYaml('a: 1\nb:\n  c: 1\n  c: 2\n');
    expect(document.errors.map(({ code, pos }) => [code, pos[0]])).toEqual([['DUPLICATE_KEY', 17]]);
  });

  it('gives the value, and refuses what multiplies itself', () => {
    expect(readStrictYaml('a: [1, {b: yes}]', { schema: 'core' }).toValue()).toEqual({
      a: [1, { b: 'yes' }],
    });
    const laughs = Array.from({ length: 12 }, (_, i) =>
      i === 0
        ? 'a0: &a0 x'
        : `a${i}: &a${i} [${Array(9)
            .fill(`*a${i - 1}`)
            .join(', ')}]`,
    ).join('\n');
    expect(() => readStrictYaml(laughs).toValue()).toThrow(/alias/u);
  });
});
