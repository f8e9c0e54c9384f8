import { describe, expect, it } from '@jest/globals';
import { KnowledgeDomains } from './knowledge-domains.ts';
import { topicTerms } from './topic-terms.ts';

const domainsOf = (...texts: string[]) => {
  const domains = new KnowledgeDomains();
  for (const [n, text] of texts.entries())
    domains.add(topicTerms(text, 'en'), text.split(/\s+/u).length, 'en', `note-${n}`);
  return domains.domains(new Set()).map(({ domain }) => domain);
};

const labels = 'Print two labels: the white one goes on the box.';
const prices = 'Desk lamp: 49 euro. Bulb, warm white: 6 euro. Call Jens about the white.';
const terminal = 'Unplug the white box under the counter; it takes a fee of a euro.';

describe('what somebody writes about', () => {
  it('is not told of a few papers, where a word comes again by accident', () => {
    expect(domainsOf(labels, prices, terminal)).toEqual([]);
  });

  it('is no colour, no money and no part of a paper', () => {
    const papers = Array.from({ length: 6 }, () => [labels, prices, terminal]).flat();
    for (const word of ['white', 'euro', 'euros', 'box', 'call'])
      expect(domainsOf(...papers)).not.toContain(word);
  });

  it('is what their notes come back to', () => {
    const notes = Array.from(
      { length: 12 },
      (_, n) => `On day ${n} I mended the lamp of a neighbour, and lamps are patient with me.`,
    );
    expect(domainsOf(...notes)).toContain('lamps');
  });
});
