import { describe, expect, it } from '@jest/globals';
import { areaUnderCurve } from './area-under-curve.ts';
import { neutralTexts } from './neutral-texts.ts';
import { trainTone, type ToneText } from './tone-head.ts';
import { toneUnits } from './tone-units.ts';

const signal = new AbortController().signal;
/** Knows nothing of meaning: what is told apart is told apart by style. */
const vector = new Float32Array(8).fill(1 / Math.sqrt(8));
const asTexts = (texts: readonly string[], side: string): ToneText[] =>
  texts.map((text, n) => ({ text, group: `${side}:${n}`, vector }));
const topics = ['the boat', 'the harbour', 'our school', 'an old clock', 'the weather', 'my aunt'];
const mannered = topics.flatMap((topic) => [
  `Mind you, I've never minded ${topic}; it's grand, and that's that!`,
  `Ah, well: ${topic}! I'd not say a word against it; I couldn't!`,
  `It's ${topic} again, so it is; I'm not one to complain!`,
  `Well now, ${topic}; there's a thing I'd rather not've seen!`,
]);
const texts = {
  own: asTexts(mannered, 'own'),
  others: asTexts(neutralTexts.slice(0, 60), 'others'),
  language: 'en',
};

describe('a tone head', () => {
  it('tells held-out texts of a manner from others’', async () => {
    const { areaUnderCurve: area } = await trainTone(texts, signal);
    expect(area).toBeGreaterThan(0.9);
  });

  it('is the same each time, and scores a text that it never saw by its manner', async () => {
    const [one, other] = [await trainTone(texts, signal), await trainTone(texts, signal)];
    const own = "Ah, the ferry! It's late again; I'd not've thought it!";
    const plain = 'The ferry arrived at six. The passengers went ashore without delay.';
    expect(one.head(own, vector)).toBe(other.head(own, vector));
    expect(one.head(own, vector)).toBeGreaterThan(0.5);
    expect(one.head(plain, vector)).toBeLessThan(0.5);
  });

  it('scores what quotes a text that it learnt from by a head that did not read that text', async () => {
    const trained = await trainTone(texts, signal);
    const { own, others } = trained.heldOut;
    expect(own).toBeGreaterThan(others);
    const quoted = texts.own[0] as ToneText;
    const [unread] = trained.unread([[{ ...quoted, group: 'quoted' }]]);
    expect(unread).toBeLessThan(trained.head(quoted.text, vector));
    expect(unread).toBeGreaterThan(0.5);
  });

  it('knows nothing where there is nothing to know: both sides alike', async () => {
    const alike = {
      own: asTexts(
        neutralTexts.filter((_, n) => n % 2 === 0),
        'own',
      ),
      others: asTexts(
        neutralTexts.filter((_, n) => n % 2 === 1),
        'others',
      ),
      language: 'en',
    };
    const { areaUnderCurve: area } = await trainTone(alike, signal);
    expect(area).toBeGreaterThan(0.25);
    expect(area).toBeLessThan(0.75);
  });

  it('stops when it is told to', async () => {
    const stopped = AbortSignal.abort(new Error('enough'));
    await expect(trainTone(texts, stopped)).rejects.toThrow('enough');
  });
});

describe('a text', () => {
  it('is cut to pieces of about what is said at a time, none of it twice', () => {
    const text =
      'I built boats of larch. They were light and strong and fast. My father taught me how to steam a plank. Havet har tid.';
    const pieces = toneUnits(text, 'd', 'en').map((unit) => unit.text);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(text).toContain(piece);
    expect(pieces.join(' ').length).toBeLessThanOrEqual(text.length);
  });
});

it('the area under the curve is a half for a guess, and one for whoever is always right', () => {
  expect(areaUnderCurve([1, 2], [1, 2])).toBe(0.5);
  expect(areaUnderCurve([3, 4], [1, 2])).toBe(1);
  expect(areaUnderCurve([1, 2], [3, 4])).toBe(0);
  expect(areaUnderCurve([3, 1], [2, 1])).toBe(2.5 / 4);
  expect(areaUnderCurve([], [1])).toBe(0.5);
});
