import { expect, it } from '@jest/globals';
import { readableSentences } from './readable-sentences.ts';

it('leaves out what is too short to say anything', () => {
  expect(
    readableSentences('Yes. We sailed home at dawn! Oh dear. It rained all day.', 'en'),
  ).toEqual(['We sailed home at dawn!', 'It rained all day.']);
});

it('takes no more than forty, however long a list is', () => {
  const list = Array.from({ length: 60 }, (_, i) => `- item number ${i}`).join('\n');
  expect(readableSentences(list, 'en')).toHaveLength(40);
});
