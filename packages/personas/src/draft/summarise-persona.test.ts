import { describe, expect, it } from '@jest/globals';
import { minimalPersona } from '../yaml/minimal-persona.ts';
import { sayRole } from './plain-english.ts';
import { summarise } from './summarise-persona.ts';

const knowing = (...domains: string[]) => {
  const persona = minimalPersona({ id: 'ada-m', name: 'Ada Marsh' });
  persona.knowledgeLimits.known = domains.map((domain) => ({ domain, keywords: [] }));
  return persona;
};

describe('a drafted summary reads as if somebody had written it', () => {
  it('tells of work, of what was before, of studies and of what is written about', () => {
    const career = [
      { from: '2009', to: '2012', what: 'Studied BSc, Marine Biology at Bergen University' },
      { from: '2012-08', to: '2015-03', what: 'Research Assistant at Fjord Lab', where: 'Bergen' },
      { from: '2015-04', what: 'Head of Field Work at Kelp & Co', where: 'Galway' },
    ];
    expect(summarise(knowing('kelp', 'kelp farms', 'tides'), career, 12)).toBe(
      'Ada Marsh has been head of field work at Kelp & Co in Galway since April 2015. ' +
        'Before that, Ada was a research assistant at Fjord Lab from 2012 to 2015. ' +
        'Ada studied marine biology (BSc) at Bergen University. ' +
        'Ada writes most often about kelp farms and tides.',
    );
  });

  it('tells of what is written where nothing else is known, and nothing where nothing is', () => {
    expect(summarise(knowing('tides', 'boats', 'kelp'), [], 0)).toBe(
      'What is written about Ada Marsh is mostly on tides, boats and kelp.',
    );
    expect(summarise(knowing(), [], 3)).toBe('');
  });

  it.each([
    ['Engineer', 'an engineer'],
    ['UX Designer', 'a UX designer'],
    ['CTO', 'CTO'],
    ['Owner', 'the owner'],
    ['English Teacher', 'an English teacher'],
    ['University Lecturer', 'a university lecturer'],
    ['Vice President of Sales', 'vice president of sales'],
  ])('%s is said as %s', (role, said) => {
    expect(sayRole(role)).toBe(said);
  });
});
