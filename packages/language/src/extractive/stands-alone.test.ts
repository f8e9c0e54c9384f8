import { describe, expect, it } from '@jest/globals';
import { whyUnfit, whyUnsayable } from './stands-alone.ts';

describe('a sentence that is said to a stranger', () => {
  it.each([
    ['I grew up by the river.', 'en'],
    ['My father mended engines.', 'en'],
    ['My sister said that she was tired.', 'en'],
    ['It was in 1998 that we moved.', 'en'],
    ['Larch comes from the north.', 'en'],
    ['Ich bin am Fluss aufgewachsen.', 'de'],
    ['Min första båt var en snipa.', 'sv'],
    ['Nací en Sevilla.', 'es'],
  ])('%j stands alone', (sentence, language) => {
    expect(whyUnfit(sentence, language)).toBeNull();
  });

  it.each([
    ['That was the end of it.', 'en', 'dangling'],
    ['But then it rained.', 'en', 'dangling'],
    ['He never came back.', 'en', 'dangling'],
    ['One was the date.', 'en', 'dangling'],
    ['It cost four pounds.', 'en', 'dangling'],
    ['I wrote it with a friend.', 'en', 'dangling'],
    ['People call that tradition.', 'en', 'dangling'],
    ['The shop is closed on that day.', 'en', 'dangling'],
    ['I could see that she was tired.', 'en', 'dangling'],
    ['Yes, I like it.', 'en', 'dangling'],
    ['Best day ever.', 'en', 'fragment'],
    ['Coffee first.', 'en', 'fragment'],
    ['Who else loves rain?', 'en', 'question'],
    ['Happy birthday to my brother, who is forty.', 'en', 'addressed'],
    ['Thanks for all your letters, they made my day.', 'en', 'addressed'],
    ['Come to our concert, it will be loud.', 'en', 'addressed'],
    ['@anna I was there as well.', 'en', 'link-or-mention'],
    ['I wrote about it at https://example.org today.', 'en', 'link-or-mention'],
    ['These are the things that I need:', 'en', 'cut-off'],
    ['Das war gestern.', 'de', 'dangling'],
    ['Dann kam der Regen.', 'de', 'dangling'],
    ['Sedan regnade det.', 'sv', 'dangling'],
    ['Entonces llovió toda la noche.', 'es', 'dangling'],
  ])('%j does not (%s: %s)', (sentence, language, why) => {
    expect(whyUnfit(sentence, language)).toBe(why);
  });

  it('may point back once its predecessor was said', () => {
    expect(whyUnsayable('It was cold there.', 'en')).toBeNull();
    expect(whyUnsayable('See https://example.org.', 'en')).toBe('link-or-mention');
  });
});

describe('a short verb makes a sentence', () => {
  it.each([
    'Dad died on a Wednesday, in the bed by the window.',
    'My neighbour teaches the piano to children.',
    'Grandmother rang the school about the window.',
  ])('%s', (sentence) => {
    expect(whyUnfit(sentence, 'en')).toBeNull();
  });
});
