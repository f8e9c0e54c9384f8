import { describe, expect, it } from '@jest/globals';
import { asksAboutUser } from './asks-about-user.ts';

describe('a question for what the user told', () => {
  it.each([
    ['What is my name?', 'one'],
    ['Hello again, do you remember my name?', 'one'],
    ['Good evening! How many dogs do I have?', 'one'],
    ['Would you know where I live?', 'one'],
    ['What do I do for a living?', 'one'],
    ['What do I like best?', 'one'],
    ['Who do I live with?', 'one'],
    ['Good day again. Do you remember who I am?', 'all'],
  ])('%s (%s)', (question, kind) => {
    expect(asksAboutUser(question, 'en')).toBe(kind);
  });

  it.each([
    'What would you tell my daughter Lily?',
    'What advice would you give my son who wants to build boats?',
    'Should I buy a boat?',
    'What do I do with a leaking parcel?',
    'What do I need to build a hydrophone?',
    'When do I have to be there?',
    'Where do I send the invoice?',
    'Who do I call about the alarm?',
    'How many holidays do I get?',
    'How many days of paid leave do I get?',
    'What do you think of my plan?',
  ])('is not: %s', (question) => {
    expect(asksAboutUser(question, 'en')).toBeNull();
  });
});
