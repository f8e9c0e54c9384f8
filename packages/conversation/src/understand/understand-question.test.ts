import { describe, expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import type { ChatMessage } from '@personate/language';
import { understandQuestion } from './understand-question.ts';

const persona = personaDocumentSchema.parse({
  id: 'ida',
  name: 'Ida Berg',
  subject: { kind: 'fictional' },
  disclosure: 'Ida is synthetic.',
  persona: { voice: { languages: ['en', 'de'] } },
});
const said = (...texts: string[]): ChatMessage[] =>
  texts.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content }));
const understood = (asked: string, history: ChatMessage[] = []) =>
  understandQuestion(asked, history, persona);

describe('a follow-up', () => {
  const before = said(
    'What do you do in the garden?',
    'I grow beans with my neighbour Rob in Kiel.',
  );

  it.each([
    ['And in winter?', 'What do you do in the garden? And in winter?'],
    ['Why?', 'What do you do in the garden? Why?'],
    ['Since when?', 'What do you do in the garden? Since when?'],
    ['What is he like?', 'What do you do in the garden? What is he like? (Rob, Kiel)'],
    ['Do you like it?', 'What do you do in the garden? Do you like it? (Rob, Kiel)'],
  ])('%j stands alone as %j', (asked, question) => {
    expect(understood(asked, before)).toMatchObject({ question, followUp: true });
  });

  it('for more asks the same again', () => {
    expect(understood('Tell me more', before)).toMatchObject({
      question: 'What do you do in the garden?',
      more: true,
    });
  });

  it('hangs on the last question that stood alone, past thanks and other follow-ups', () => {
    const history = [...before, ...said('And in winter?', 'I read.', 'Thanks!', 'My pleasure.')];
    expect(understood('And why?', history).question).toBe('What do you do in the garden? And why?');
  });

  it.each([
    'What was it like to move to Berlin?',
    'Who is the man that taught you?',
    'Is it true that you were born in Kiel in the winter of 1978 at sea?',
  ])('is not %j', (asked) => {
    expect(understood(asked, before)).toMatchObject({ question: asked, followUp: false });
  });

  it('is nothing where nothing was asked before', () => {
    expect(understood('And in winter?')).toMatchObject({ followUp: false });
  });
});

describe('who is asked about', () => {
  it.each([
    ['Who are you?', 'identity'],
    ['Tell me about yourself', 'identity'],
    ["What's your name?", 'name'],
    ['What are you good at?', 'skills'],
    ['What are your goals?', 'goals'],
    ['How would you describe your personality?', 'traits'],
    ['Wer bist du?', 'identity'],
    ['Was kannst du gut?', 'skills'],
  ])('%j asks for the persona’s %s', (asked, aspect) => {
    expect(understood(asked).aspect).toBe(aspect);
  });

  it.each([
    ['What is my dog called?', 'one'],
    ['Where do I live?', 'one'],
    ['Do you remember my name?', 'one'],
    ['What do you know about me?', 'all'],
    ['What did I tell you about my sister?', 'one'],
    ['Wie heißt mein Hund?', 'one'],
  ])('%j asks for what the user told (%s)', (asked, aboutUser) => {
    expect(understood(asked).aboutUser).toBe(aboutUser);
  });

  it.each([
    'What should I do when I am scared?',
    'How do I become a boat builder?',
    'Can you tell me where you live?',
    'What would you do in my place?',
    'Who are your friends?',
    'Where did you live?',
  ])('%j asks for neither', (asked) => {
    expect(understood(asked)).toMatchObject({ aspect: null, aboutUser: null });
  });
});

it('a short follow-up keeps the language of the conversation', () => {
  expect(understood('Und dann?', said('Wo bist du aufgewachsen?', 'In Kiel.')).language).toBe('de');
  expect(understood('Kiel?', said('Wo bist du aufgewachsen?', 'In Kiel.')).language).toBe('de');
});
