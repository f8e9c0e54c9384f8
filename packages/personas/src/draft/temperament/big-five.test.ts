import { describe, expect, it } from '@jest/globals';
import { bigFive } from './big-five.ts';
import { CategoryMeter } from './category-meter.ts';

const plain =
  'we walked to the pier and looked at the boats in the rain with a friend of ours and then went home by the old road'.split(
    ' ',
  );

function measured(words: readonly string[], times: number) {
  const meter = new CategoryMeter();
  for (let n = 0; n < times; n += 1) meter.add(words, 'en');
  return bigFive(meter);
}

describe('bigFive', () => {
  it('says nothing of somebody who wrote little, or in a language it cannot count', () => {
    expect(measured(plain, 10)).toEqual([]);
    const meter = new CategoryMeter();
    for (let n = 0; n < 200; n += 1) meter.add(['ich', 'bin', 'froh'], 'de');
    expect(bigFive(meter)).toEqual([]);
  });

  it('moves with the published signs, stays short of certainty, and shows what it counted', () => {
    const calm = measured(plain, 100);
    const worried = measured([...plain, ...'i i am so sad and afraid i hate it'.split(' ')], 100);
    const of = (factors: typeof calm, name: string) =>
      factors.find(({ factor }) => factor === name)?.value ?? Number.NaN;
    expect(of(worried, 'neuroticism')).toBeGreaterThan(of(calm, 'neuroticism') + 0.1);
    expect(of(worried, 'agreeableness')).toBeLessThan(of(calm, 'agreeableness'));
    for (const { value, confidence, basis } of worried) {
      expect(value).toBeGreaterThan(0.1);
      expect(value).toBeLessThan(0.9);
      expect(confidence).toBeLessThanOrEqual(0.35);
      expect(basis).toMatch(/own words \(usual\).*Yarkoni 2010/);
    }
  });
});
