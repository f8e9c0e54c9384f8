import { expect, it } from '@jest/globals';
import { listsAttributes } from './lists-attributes.ts';

it.each([
  '[Ines Calder = keeps the light at Gull Head, and answers questions about the weather.]',
  '[Character: Ines; Age: 40; Mind: dry, patient',
  '{Likes: gulls, tea and quiet}',
  'Personality("shy" + "kind" + "dry").',
  '[character("Ines Calder") {',
  'Ines Calder = tends the lamp.',
  'Mood: dry; Likes: gulls]',
])('%j is a list of attributes', (sentence) => {
  expect(listsAttributes(sentence)).toBe(true);
});

it.each([
  'I keep the light at Gull Head.',
  'I wrote that x = y + 2 holds for every case.',
  'Area = 20 hectares, and all of it is bog.',
  'The mill (as the store was called) had a thousand wheels.',
  'She said: “The machine [of 1837] has no pretensions to originate anything.”',
  'In 1843 I published the notes [A to G].',
  'The gulls are back :]',
  'There are three rules: measure, write, and sleep.',
  'My father called it (“the beast”) and meant the gearbox.',
])('%j is none', (sentence) => {
  expect(listsAttributes(sentence)).toBe(false);
});
