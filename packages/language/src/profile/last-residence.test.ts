import { describe, expect, it } from '@jest/globals';
import { sampleEvidence, sampleSpan } from '../extractive/sample-evidence.ts';
import { lastResidence } from './last-residence.ts';

const span = (at: string, sentence: string) =>
  sampleSpan(sentence, sampleEvidence(1, sentence, { at }));
const ealing = span('1830-01-01T00:00:00Z', 'From 1832 I lived at Fordhook in Ealing.');
const horsley = span('1846-01-01T00:00:00Z', 'I moved to Horsley with the family about 1846.');

describe('somebody of another time who is asked where they live', () => {
  it('lives where they lived last', () => {
    expect(lastResidence([ealing, horsley], 'Where do you live?')).toBe(horsley.evidence.at);
  });

  it('lives where a text says that they do, whenever that was written', () => {
    const now = span('1835-01-01T00:00:00Z', 'I live in a cottage by the sea.');
    expect(lastResidence([ealing, horsley, now], 'Where do you live?')).toBeNull();
  });

  it('may be asked for earlier homes', () => {
    expect(lastResidence([ealing, horsley], 'Where did you live as a child?')).toBeNull();
  });
});
