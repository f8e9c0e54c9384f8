import { describe, expect, it } from '@jest/globals';
import type { RecalledPassage } from '@personate/knowledge';
import type { ReadSentence } from '../read-closely.ts';
import type { Recalled } from '../recall-evidence.ts';
import { confidenceOf, defaultThreshold, isOthersFact } from './confidence.ts';
import { featuresOf } from './features.ts';

const passage = (stance: RecalledPassage['stance']): RecalledPassage => ({
  passageId: stance,
  language: 'en',
  documentId: stance,
  documentKey: '00000000-0000-5000-8000-000000000000',
  source: 'test',
  kind: 'social',
  stance,
  author: stance === 'to' ? 'Otto' : 'Ida',
  at: null,
  atPrecision: null,
  title: null,
  url: null,
  text: 'I sold the boat in May.',
  context: [],
  score: 1,
  scores: {},
  signals: { cosine: 0.6, coverage: 0.9, windowCoverage: 0.9 },
});

const sentence = (passage: number, cosine: number, aboutPersona: boolean): ReadSentence => ({
  passage,
  cosine,
  coverage: cosine,
  aboutPersona,
  asks: false,
});

function recalled(sentences: ReadSentence[], signals: Partial<Recalled['signals']> = {}): Recalled {
  const read = [passage('by'), passage('to')];
  return {
    results: read.slice(0, 1),
    read,
    sentences,
    degraded: [],
    signals: {
      bestCosine: 0.6,
      coverage: 1,
      vocabularyCoverage: 1,
      lexicalStrength: 0.8,
      unknownNames: [],
      othersNamed: [],
      terms: ['sell', 'boat'],
      termWeights: new Map(),
      language: 'en',
      ...signals,
    },
  };
}

const question = 'Did you sell your boat?';
const own = [sentence(0, 0.8, true), sentence(1, 0.3, false)];
const others = [sentence(0, 0.3, true), sentence(1, 0.8, false)];

describe('what the decision looks at', () => {
  it('what fits the persona is answered; the same, told by somebody else of themselves, is not', () => {
    expect(confidenceOf(featuresOf(recalled(own), question, ['Ida']))).toBeGreaterThan(
      defaultThreshold,
    );
    expect(confidenceOf(featuresOf(recalled(others), question, ['Ida']))).toBeLessThan(
      defaultThreshold,
    );
  });

  it('says why: it is somebody else’s fact', () => {
    expect(isOthersFact(featuresOf(recalled(others), question, ['Ida']), defaultThreshold)).toBe(
      true,
    );
  });

  it('a question that names the other one may be answered by what is about them', () => {
    const features = featuresOf(recalled(others, { othersNamed: ['Otto'] }), question, ['Ida']);
    expect(features).toMatchObject({ talks: 0, othersMatch: 0, othersShare: 0 });
  });

  it('where nobody else has a say, nothing is anybody else’s fact', () => {
    const diary = { ...recalled(own), read: [passage('by')] };
    expect(featuresOf(diary, question, ['Ida'])).toMatchObject({ talks: 0, othersMass: 0 });
  });

  it('less evidence never makes it surer', () => {
    const strong = featuresOf(recalled(own), question, ['Ida']);
    const weak = featuresOf(
      recalled([sentence(0, 0.2, true)], {
        bestCosine: 0.2,
        coverage: 0.2,
        vocabularyCoverage: 0.2,
        lexicalStrength: 0.1,
        unknownNames: ['Baltic'],
      }),
      question,
      ['Ida'],
    );
    expect(confidenceOf(weak)).toBeLessThan(confidenceOf(strong));
  });

  it('nothing recalled gives numbers all the same', () => {
    const nothing = { ...recalled([]), results: [], read: [] };
    for (const value of Object.values(featuresOf(nothing, question, ['Ida'])))
      expect(Number.isFinite(value)).toBe(true);
  });
});
