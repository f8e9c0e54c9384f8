import { describe, expect, it } from '@jest/globals';
import { understandQuestion } from './understand-question.ts';

const understand = (question: string) =>
  understandQuestion(question, { selfNames: ['Ivo Brandt'] });

describe('understandQuestion', () => {
  it.each([
    'When did the ferry sink?',
    'What year was that?',
    'how long have you been a pilot',
    'Wann bist du geboren?',
    'Quand es-tu né ?',
    '¿Cuándo naciste?',
    'Когда ты родился?',
  ])('is asked for a time by: %s', (question) => {
    expect(understand(question).asksWhen).toBe(true);
  });

  it.each([
    'Whenever you like, where is it?',
    'What do you do when it rains?',
    'Where is Wannsee?',
  ])('is not asked for a time by: %s', (question) => {
    expect(understand(question).asksWhen).toBe(false);
  });

  it.each([
    ['Where did you grow up?', true],
    ['What is your job?', true],
    ['What does Ivo think of it?', true],
    ['Wo bist du aufgewachsen?', true],
    ['Dónde creciste tú?', true],
    ['Where is the youth club?', false],
    ['What did Mia buy?', false],
  ])('%s is about the persona: %s', (question, addressesSelf) => {
    expect(understand(question).addressesSelf).toBe(addressesSelf);
  });

  it.each([
    ['Did you meet Otto Klein in New Haven?', ['Otto', 'Klein', 'New', 'Haven']],
    ['Tell me of the storm in March.', []],
    ['Anna’s boat?', ['Anna']],
    ['What did NASA say on Monday?', ['NASA']],
    ['Was sagte der Bauer zum Schmied?', []],
    ['what did otto say', []],
  ])('%s names %j', (question, names) => {
    expect(understand(question).names).toEqual(names);
  });

  it('reads no further than 2,000 characters, and never half a character', () => {
    const { text } = understand(`${'😀'.repeat(999)}x😀 boat`);
    expect(text.length).toBeLessThanOrEqual(2000);
    expect(text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/u);
    expect(text.endsWith('x')).toBe(true);
  });
});
