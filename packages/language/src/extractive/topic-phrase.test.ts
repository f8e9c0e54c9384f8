import { describe, expect, it } from '@jest/globals';
import { topicPhrase } from './topic-phrase.ts';

describe('what a question is about, as a noun phrase', () => {
  it.each([
    ['What do you think about quantum computing?', 'quantum computing'],
    ['Tell me about your sister’s wedding.', 'my sister’s wedding'],
    ['Who painted the Sistine Chapel?', 'the Sistine Chapel'],
    ['Were you acquainted with Florence Nightingale?', 'Florence Nightingale'],
    ['What is the capital of Mongolia?', 'the capital of Mongolia'],
    ['Can you tell me about Mars?', 'Mars'],
    ['What do you think of the telephone? And of Queen Elizabeth II?', 'Queen Elizabeth II'],
    ['And of Queen Elizabeth II?', 'Queen Elizabeth II'],
    ['Do you like Venus? What about Mars?', 'Mars'],
  ])('%j is about %j', (question, topic) => {
    expect(topicPhrase(question, ['Mara'])).toBe(topic);
  });

  it.each([
    'How do you say butterfly in Finnish?',
    'Which programming language should a beginner learn?',
    'How is a bronze propeller cast?',
    'What do you think about it?',
    'Why?',
    'Who wrote the memoir on the Analytical Engine? From which language?',
    'Thanks, you have been great. Bye!',
    'What do you think about what he did to them?',
  ])('%j has none that is plain enough', (question) => {
    expect(topicPhrase(question, ['Mara'])).toBeNull();
  });
});
