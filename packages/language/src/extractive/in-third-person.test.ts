import { describe, expect, test } from '@jest/globals';
import { byName, byPronoun, inThirdPerson } from './in-third-person.ts';

describe('what is asked of the persona is put in the words of somebody else', () => {
  test.each([
    ['Were you born here?', 'Was Ada born here?'],
    ['What did you lose at the races?', 'What did Ada lose at the races?'],
    ['Who introduced you to your husband?', "Who introduced Ada to Ada's husband?"],
    ['Can you tell what you have seen?', 'Can Ada tell what Ada has seen?'],
    ['I lose at the races.', 'Ada lose at the races.'],
    ['How does it work?', 'How does it work?'],
  ])('by name: %s', (said, told) => {
    expect(inThirdPerson(said, byName('Ada'))).toBe(told);
  });

  test.each([
    ['Were you born here?', 'Was he born here?'],
    ['Who introduced you to your wife?', 'Who introduced him to his wife?'],
    ['Who read to you when you were ill?', 'Who read to him when he was ill?'],
    ['My wife met me there.', 'His wife met him there.'],
  ])('by pronoun: %s', (said, told) => {
    expect(inThirdPerson(said, byPronoun('he'))).toBe(told);
  });
});
