import { describe, expect, it } from '@jest/globals';
import type { Passage } from '@personate/contracts';
import { samplePassage } from '../sample-passage.ts';
import { repliesAmong } from './replies.ts';
import { buildScene } from './scene.ts';

const asked = (some: Partial<Passage> = {}) =>
  samplePassage({
    passageId: 'q',
    text: 'What was your father like?',
    author: { name: 'A visitor' },
    stance: 'to',
    thread: 'talk',
    after: ['a'],
    ...some,
  });
const said = (some: Partial<Passage> = {}) =>
  samplePassage({
    passageId: 'a',
    text: 'Quiet.',
    author: { name: 'Ida' },
    thread: 'talk',
    before: ['q'],
    ...some,
  });

function repliesOf(...passages: Passage[]) {
  const scene = buildScene({
    candidates: passages.map((passage, at) => ({ passage, dense: 1 - at / 10, lexical: 0 })),
    terms: new Map(),
    averageLength: 5,
    reach: 2,
  });
  const ranked = scene.candidates.map((item) => ({ item, score: 1, shares: {} }));
  return repliesAmong(scene, ranked).map(({ question, passage }) => [question, passage.text]);
}

describe('the replies to questions like the one asked', () => {
  it('stand right behind them in their thread, those to the nearest questions first', () => {
    const second = asked({ passageId: 'q2', text: 'And your mother?', after: ['a2'] });
    const exact = said({ passageId: 'a2', text: 'Exact.', before: ['q2'] });
    expect(repliesOf(asked(), second, said(), exact)).toEqual([
      ['What was your father like?', 'Quiet.'],
      ['And your mother?', 'Exact.'],
    ]);
  });

  it('are by somebody else, in the same thread, and told to nobody else in turn', () => {
    expect(repliesOf(asked(), said({ author: { name: 'A visitor' } }))).toEqual([]);
    expect(repliesOf(asked(), said({ thread: 'another' }))).toEqual([]);
    expect(repliesOf(asked(), said({ stance: 'to' }))).toEqual([]);
    expect(repliesOf(asked({ text: 'Tell me.' }), said())).toEqual([]);
    expect(repliesOf(asked())).toEqual([]);
  });

  it('are not looked for behind a letter that ends in a question', () => {
    expect(repliesOf(asked({ text: `${'It rained again. '.repeat(20)}And you?` }), said())).toEqual(
      [],
    );
  });
});
