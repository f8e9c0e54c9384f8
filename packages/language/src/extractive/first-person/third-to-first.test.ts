import { describe, expect, it } from '@jest/globals';
import { toFirstPerson } from './third-to-first.ts';

const ada = { names: ['Ada Lovelace', 'Lovelace', 'Ada'], pronoun: 'she' } as const;
const carl = { names: ['Carl Berg', 'Berg', 'Carl'], pronoun: 'he' } as const;

describe('a sentence on the persona, told by the persona', () => {
  it.each([
    ['She was born in London.', 'I was born in London.'],
    ['Ada wrote to her mother.', 'I wrote to my mother.'],
    ["Ada's father left England.", 'My father left England.'],
    ['Her tutor taught her mathematics.', 'My tutor taught me mathematics.'],
    ['She has never seen it and is glad of it.', 'I have never seen it and am glad of it.'],
    ['She often writes letters and reads novels.', 'I often write letters and read novels.'],
    ['The work was hers.', 'The work was mine.'],
    ['She taught herself to sing.', 'I taught myself to sing.'],
    ['Babbage invited Ada to his house.', 'Babbage invited me to his house.'],
    [
      'In 1833 Ada Lovelace met Babbage when she was seventeen.',
      'In 1833 I met Babbage when I was seventeen.',
    ],
    ['Everybody was fond of her.', 'Everybody was fond of me.'],
    ['Margaret Carpenter painted Ada in white.', 'Margaret Carpenter painted me in white.'],
    ['They feared in Ada the passions of a poet.', 'They feared in me the passions of a poet.'],
    ['It happened before Ada was one year old.', 'It happened before I was one year old.'],
    [
      'The cycle, as Ada explained in Note E, returns.',
      'The cycle, as I explained in Note E, returns.',
    ],
    ['The work of Babbage came after Ada in time.', 'The work of Babbage came after me in time.'],
    ['Ada saw it, and fights were rare.', 'I saw it, and fights were rare.'],
    ["She doesn't like verse.", "I don't like verse."],
    ['The ship left at noon.', 'The ship left at noon.'],
    ['She was designer and constructor of boats.', 'I was designer and constructor of boats.'],
  ])('%j becomes %j', (told, spoken) => {
    expect(toFirstPerson(told, ada)).toBe(spoken);
  });

  it.each([
    ['He and Bob Wall opened a school.', 'Bob Wall and I opened a school.'],
    ['As a boy he was shy.', 'As a boy I was shy.'],
    ['Peter got him the job.', 'Peter got me the job.'],
    ['He was called Carl from then on.', 'I was called Carl from then on.'],
    ['He lived with his wife and his two sons.', 'I lived with my wife and my two sons.'],
  ])('%j becomes %j', (told, spoken) => {
    expect(toFirstPerson(told, carl)).toBe(spoken);
  });

  it.each([
    'Peter told Carl that he would be late.', // who?
    'Carl’s father said he was proud of his work.',
    'Conan Smith had a lever on his desk.',
    'His character learns that his wife is alive.',
    'The painter Carl Berg was seen there.',
    'Carl Berg (1870–1931) was a painter.',
    'He said: “I was never there.”',
    'Carl and his wife founded a company.',
  ])('%j is left alone: a word of it may mean somebody else', (told) => {
    expect(toFirstPerson(told, carl)).toBeNull();
  });
});
