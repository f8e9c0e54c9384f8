import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitFrontMatter } from './front-matter.ts';

describe('front matter', () => {
  it('is split from the text and read without regard to case', () => {
    const note = splitFrontMatter(
      '---\nTitle: A day\ndate: 2019-04-02\ntags: [sea, boats]\nauthor: {name: Ines}\naudience: family\n---\nWords.\n',
    );
    expect(note).toMatchObject({
      matter: {
        title: 'A day',
        date: '2019-04-02',
        tags: ['sea', 'boats'],
        author: 'Ines',
        audience: ['family'],
      },
      body: '\nWords.\n',
    });
  });

  it.each([
    ['no YAML', '---\ntitle: [\n---\nx'],
    ['a kind that is none', '---\nkind: gossip\n---\nx'],
    ['an audience that is none', '---\naudience: [3]\n---\nx'],
    ['TOML', '+++\ntitle = "x"\n+++\nx'],
    [
      'too many aliases',
      `---\na: &a [x,x]\n${Array.from(
        { length: 9 },
        (_, n) =>
          `b${n}: &b${n} [${Array(9)
            .fill(n === 0 ? '*a' : `*b${n - 1}`)
            .join(',')}]`,
      ).join('\n')}\n---\nx`,
    ],
  ])('that cannot be trusted is told: %s', (_, text) => {
    expect(splitFrontMatter(text)).toEqual({ message: expect.stringMatching(/front matter/) });
  });

  it('is not seen in a text that begins with a rule', () => {
    for (const text of ['---\nJust words.\n---\nMore.', '---\nnever closed', '---- \nx'])
      expect(splitFrontMatter(text)).toMatchObject({ body: text });
  });

  it('takes the truth values of YAML 1.1', () => {
    expect(splitFrontMatter('---\npublished: no\n---\nx')).toMatchObject({
      matter: { published: false },
    });
    expect(splitFrontMatter('---\ndraft: Yes\n---\nx')).toMatchObject({ matter: { draft: true } });
  });

  it('runs no tags', () => {
    expect(splitFrontMatter('---\ntitle: !!js/function "x"\n---\ny')).toMatchObject({
      body: '\ny',
    });
  });

  it('takes any text without failing', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '---',
        'a: b',
        '- c',
        '&a [',
        '*a',
        '!!x y',
        '{',
        '"',
        '|',
        '? k',
        ': v',
        '%YAML 9',
        '...',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(splitFrontMatter(`---\n${lines.join('\n')}\n---\nbody`)).toBeDefined();
      }),
    );
  });
});
