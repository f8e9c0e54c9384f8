import { expect, it } from '@jest/globals';
import { personaDocumentSchema, type PersonaDocumentInput } from './persona.ts';
import { startingQuestions } from './starting-questions.ts';

const persona = (over: Partial<PersonaDocumentInput>) =>
  personaDocumentSchema.parse({
    id: 'ada',
    name: 'Ada',
    subject: { kind: 'fictional' },
    disclosure: 'Synthetic.',
    ...over,
  });

it('are the persona’s own, where it has some', () => {
  expect(startingQuestions(persona({ starters: ['Where were you born?'] }))).toEqual([
    'Where were you born?',
  ]);
});

it('are what was written for it and what it knows, never a reply out of its conversation', () => {
  const asked = startingQuestions(
    persona({
      persona: {
        typicalResponses: [
          { prompt: 'Do you sell them?', response: 'No.', evidence: ['post-1'] },
          { prompt: 'What is a good day?', response: 'One at sea.' },
        ],
      },
      knowledgeLimits: { known: [{ domain: 'ferries' }] },
    }),
  );
  expect(asked).toEqual([
    'What is a good day?',
    'What can you tell me about ferries?',
    'Who are you?',
  ]);
});

it('are one at least, and no more than four', () => {
  expect(startingQuestions(persona({}))).toEqual(['Who are you?']);
  const known = Array.from({ length: 9 }, (_, n) => ({ domain: `field ${n}` }));
  expect(startingQuestions(persona({ knowledgeLimits: { known } }))).toHaveLength(4);
});
