import { expect, it } from '@jest/globals';
import { allForeignLines } from './foreign-lines.ts';

it('a persona that speaks one language offers that one, and no list of languages, in every language', () => {
  for (const { speakOne, speakOnly } of allForeignLines()) {
    expect(speakOne.match(/\{language\}/g)).toHaveLength(1);
    expect(speakOnly.match(/\{languages\}/g)).toHaveLength(1);
    expect(speakOne).not.toMatch(/\{languages\}/);
  }
});
