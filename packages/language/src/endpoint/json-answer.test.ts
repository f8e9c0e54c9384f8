import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWeak, JsonAnswer } from './json-answer.ts';

function read(text: string, sizes: readonly number[] = [1]) {
  const reader = new JsonAnswer();
  let said = '';
  let place = 0;
  for (let from = 0; from < text.length; place += 1) {
    const size = sizes[place % sizes.length] ?? 1;
    said += reader.push(text.slice(from, from + size));
    from += size;
  }
  return { said: said + reader.end(), evidence: [...reader.evidence] };
}

describe('an answer in JSON', () => {
  it('is let out as it was meant, however the stream is cut and whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.nat(20), { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        (answer, evidence, sizes) => {
          const plain = answer.replaceAll(/[\r\b\f]/gu, '');
          const told = read(JSON.stringify({ evidence, answer: plain }), sizes);
          expect(told).toEqual({ said: plain, evidence: [...new Set(evidence)] });
        },
      ),
    );
  });

  it('may stand in a fence, and have its members the other way round', () => {
    expect(read('```json\n{"evidence": [1, 2], "answer": "Larch [1]."}\n```')).toEqual({
      said: 'Larch [1].',
      evidence: [1, 2],
    });
    expect(read('{"answer":"Larch.","evidence":[3]}')).toEqual({ said: 'Larch.', evidence: [3] });
  });

  it('is let through where it is no JSON, and says nothing where an object has no answer', () => {
    expect(read('I plank in larch [1].').said).toBe('I plank in larch [1].');
    expect(read('{"evidence": [1]}').said).toBe('');
  });

  it('begins before it has ended', () => {
    const reader = new JsonAnswer();
    expect(reader.push('{"evidence":[1],"answer":"I plank ')).toBe('I plank ');
    expect(reader.push('in larch')).toBe('in larch');
  });
});

describe('a model', () => {
  it.each(['qwen2.5-1.5b-instruct', 'llama3.2:1b', 'smollm2-360m', 'gemma-3-1b-it'])(
    'of a size below four billion is weak: %s',
    (name) => expect(isWeak(name)).toBe(true),
  );
  it.each(['gpt-4o-mini', 'qwen3:8b', 'llama-3.1-70b', 'mixtral-8x7b', 'o3'])(
    'of a larger size or of none that is told is not: %s',
    (name) => expect(isWeak(name)).toBe(false),
  );
});
