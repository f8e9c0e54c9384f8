import { expect, it } from '@jest/globals';
import { askedWords } from './asked-words.ts';

it.each([
  ['Does he smoke?', 'en', [], ['smoke']],
  ['Did your brother Tomas have a dog?', 'en', ['your brother Tomas'], ['dog']],
  ['Is he older than you?', 'en', [], []],
  ['What happened then?', 'en', [], []],
  ['Who encouraged you to start it?', 'en', [], ['encouraged']],
  ['What did he like to eat?', 'en', [], ['eat']],
  ['Und wann war das?', 'de', [], []],
  ['Hatte er einen Hund?', 'de', [], ['hund']],
  ['Vad heter hans hund?', 'sv', [], ['hund']],
  ['¿Y tenía un perro?', 'es', [], ['perro']],
] as const)(
  'what %j (%s) is to be answered with is what it names',
  (asked, language, of, words) => {
    expect(askedWords(asked, language, of)).toEqual(words);
  },
);
