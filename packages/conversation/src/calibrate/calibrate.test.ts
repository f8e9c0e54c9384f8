import { describe, expect, it } from '@jest/globals';
import { plainTerms } from '@personate/language';
import { chooseThreshold, type Scored } from './choose-threshold.ts';
import { questionFrom } from './question-from.ts';

const deps = { analyse: plainTerms };

describe('a question made from a passage', () => {
  it('keeps a third of the content words of its richest sentence', () => {
    const text =
      'It rained. I bought my first wooden boat from an old fisherman near the harbour in spring.';
    const question = questionFrom(deps, text, 'en');
    expect(question).toMatch(/^What can you tell me about your .+\?$/u);
    const kept = plainTerms(question ?? '').filter((term) => plainTerms(text).includes(term));
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(kept.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['asks', 'Did you ever buy a wooden boat from an old fisherman near the harbour in spring?'],
    ['tells of another', 'You bought your wooden boat from an old fisherman near the harbour.'],
    ['says too little', 'I bought a boat.'],
  ])('is not made from what only %s', (_, text) => {
    expect(questionFrom(deps, text, 'en')).toBeNull();
  });
});

describe('the threshold', () => {
  const scored: Scored[] = [
    ...Array.from({ length: 100 }, (_, i) => ({
      kind: 'answerable' as const,
      confidence: 0.5 + i / 250,
    })),
    ...Array.from({ length: 50 }, (_, i) => ({ kind: 'general' as const, confidence: i / 60 })),
  ];

  it('declines no more of what can be answered than was asked for', () => {
    for (const falseDeclines of [0, 0.05, 0.1, 0.5]) {
      const chosen = chooseThreshold(scored, { falseDeclines, usual: 0.2, current: 0.2 });
      expect(chosen.atThreshold.falseDeclines).toBeLessThanOrEqual(falseDeclines);
    }
  });

  it('rises with what may be declined, and never falls below nothing', () => {
    const at = (falseDeclines: number) =>
      chooseThreshold(scored, { falseDeclines, usual: 0.2, current: 0.2 }).threshold;
    expect(at(0.5)).toBeGreaterThan(at(0.05));
    expect(at(0)).toBeGreaterThanOrEqual(0);
  });

  it('is told with what it declines, and with what today’s does', () => {
    const { atCurrent, roc, areaUnderCurve } = chooseThreshold(scored, {
      falseDeclines: 0.05,
      usual: 0.2,
      current: 0.2,
    });
    expect(atCurrent.declined).toEqual({ general: 12 / 50, others: null });
    expect(areaUnderCurve).toBeGreaterThan(0.7);
    expect(roc.map(({ falseDeclines }) => falseDeclines)).toEqual(
      roc.map(({ falseDeclines }) => falseDeclines).toSorted((a, b) => a - b),
    );
  });
});
