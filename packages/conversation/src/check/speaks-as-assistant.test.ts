import { expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import { speaksAsAssistant } from './speaks-as-assistant.ts';

const document = {
  id: 'ida',
  name: 'Ida Berg',
  subject: { kind: 'fictional' },
  disclosure: 'A synthetic persona.',
};
const ida = personaDocumentSchema.parse(document);

it.each([
  'If you need help with physics or anything else, feel free to ask!',
  'How can I help you today?',
  'Is there anything else that you would like to know?',
  'Wie kann ich Ihnen heute helfen?',
  'Hur kan jag hjälpa dig?',
  '¿En qué puedo ayudarte?',
])('hears an assistant: %s', (sentence) => {
  expect(speaksAsAssistant(sentence, ida)).toBe(true);
});

it.each([
  'I asked the smith for help with the keel.',
  'My uncle helped me, and I was free to go.',
  'And what do you teach in Cork?',
])('hears a person: %s', (sentence) => {
  expect(speaksAsAssistant(sentence, ida)).toBe(false);
});

it('leaves it to somebody whose trade it is', () => {
  const greetings = ['Good day! How can I help you?'];
  const clerk = personaDocumentSchema.parse({ ...document, persona: { voice: { greetings } } });
  expect(speaksAsAssistant('How can I help you?', clerk)).toBe(false);
});
