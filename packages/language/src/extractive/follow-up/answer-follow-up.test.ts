import { describe, expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import type { SpeakRequest } from '../../speaker.ts';
import { ExtractiveSpeaker } from '../extractive-speaker.ts';
import { sampleEvidence } from '../sample-evidence.ts';

const persona = personaDocumentSchema.parse({
  id: 'ida',
  name: 'Ida Berg',
  subject: { kind: 'fictional' },
  disclosure: 'Ida Berg is synthetic.',
  persona: { summary: 'Ida Berg is a boat builder from Kiel. She built eleven boats.' },
});
const uncle = sampleEvidence(
  1,
  'My uncle Colm built boats for fifty years. Colm was born in 1941 and retired in 2011.',
);
const friend = sampleEvidence(2, 'My friend Jutta was strict, and she smokes a pipe on the quay.');
const brother = sampleEvidence(3, 'My brother Tomas has a bakery in Gothenburg.');

/** Asked after a reply on the uncle. */
async function told(asked: string, more: Partial<SpeakRequest> = {}) {
  const request: SpeakRequest = {
    persona,
    asked,
    question: `Who taught you? ${asked}`,
    language: 'en',
    decision: 'answered',
    followUp: true,
    recent: new Set([uncle.documentKey]),
    evidence: [friend, uncle, brother],
    memories: [],
    history: [
      { role: 'user', content: 'Who taught you?' },
      { role: 'assistant', content: 'My uncle Colm built boats for fifty years.' },
    ],
    prompt: [],
    style: 0,
    ...more,
  };
  let text = '';
  let declined = false;
  for await (const part of new ExtractiveSpeaker().speak(request, new AbortController().signal)) {
    if (part.type === 'text') text += part.text;
    declined ||= part.type === 'declined';
  }
  return { text, declined };
}
const colm = { phrase: 'your uncle Colm', person: true };

describe('a follow-up', () => {
  it('that is declined is told what the talk goes on with, once', async () => {
    const asked = { question: 'Was your uncle Colm strict?', about: colm };
    const { text, declined } = await told('Was he strict?', asked);
    expect(declined).toBe(true);
    expect(text).toMatch(/: Colm was born in 1941 and retired in 2011\.$/u);
    const history = [
      { role: 'user', content: 'Who taught you?' },
      { role: 'assistant', content: text },
    ] as const;
    const next = await told('Was he tall?', { ...asked, question: 'Was Colm tall?', history });
    expect(next.text).not.toContain(': ');
  });

  it('that is declined names nobody whom nothing known names', async () => {
    const bremen = { phrase: 'Bremen', person: false };
    const { text } = await told('What was it like?', {
      question: 'What was Bremen like?',
      about: bremen,
    });
    expect(text).not.toContain('Bremen');
    const scrap = { phrase: 'instead of translating', person: false };
    expect((await told('Did you earn money with it?', { about: scrap })).text).not.toContain(
      'instead',
    );
  });

  it('is answered by what tells of whom it is about', async () => {
    const asked = { question: 'When was your uncle Colm born?', about: colm };
    expect((await told('When was he born?', asked)).text).toContain('born in 1941');
  });

  it('is not answered by what is so of somebody else: it says of whom it does not know it', async () => {
    const reply = await told('Was he strict?', {
      question: 'Was your uncle Colm strict?',
      about: colm,
    });
    expect(reply.declined).toBe(true);
    expect(reply.text).toContain('my uncle Colm');
    expect(reply.text).not.toContain('Jutta');
  });

  it('is not answered by what tells of him and not of what was asked', async () => {
    const asked = { question: 'Does your uncle Colm smoke?', about: colm };
    expect((await told('Does he smoke?', asked)).declined).toBe(true);
  });

  it('is looked for where the last reply came from, where it points at all that was said', async () => {
    expect((await told('When was that?')).text).toContain('1941');
    expect((await told('How much did that cost?')).declined).toBe(true);
  });

  it('may be about somebody whom it names itself', async () => {
    expect((await told('And your brother?')).text).toContain('bakery');
    expect((await told('And your sister?')).declined).toBe(true);
  });

  it('is answered by the reply just given, where that holds it', async () => {
    const asked = { question: 'What was your uncle Colm’s name?', about: colm };
    const named = await told('What was his name?', asked);
    expect(named).toMatchObject({ declined: false });
    expect(named.text).toContain('As I said: my uncle Colm');
  });

  it('is not told twice running that it was said', async () => {
    const history = [
      { role: 'user', content: 'How long did he build boats?' },
      { role: 'assistant', content: 'As I said: My uncle Colm built boats for fifty years.' },
    ] as const;
    const asked = { question: 'What was your uncle Colm’s name?', about: colm, history };
    expect((await told('What was his name?', asked)).text).toBe(
      'My uncle Colm built boats for fifty years.',
    );
  });

  it('that asks what came then is answered by what follows in the same text, or not at all', async () => {
    const asked = { question: 'Who taught you? And then?', goesOn: true };
    expect((await told('And then?', asked)).text).toContain('retired in 2011');
    const all =
      'My uncle Colm built boats for fifty years. Colm was born in 1941 and retired in 2011.';
    const history = [{ role: 'assistant', content: all }] as const;
    expect((await told('And then?', { ...asked, history })).declined).toBe(true);
  });

  it('that only the last reply may answer is declined as it would be where that does not hold it', async () => {
    const short = { followUp: false, orElse: 'no-evidence', evidence: [uncle] } as const;
    const beard = await told('What beard?', { ...short, question: 'What beard?' });
    expect(beard.declined).toBe(true);
    const retired = await told('Retired when?', { ...short, question: 'Retired when?' });
    expect(retired.text).toContain('2011');
  });

  it('with a verb and no more than that is of what was just told', async () => {
    const other = sampleEvidence(4, 'Louis Hahn helped my cousin with the harbour sign.');
    const helped = await told('Who helped you?', { evidence: [other, uncle] });
    expect(helped.declined).toBe(true);
  });

  it('on a relative is answered where another text calls them as the last reply did', async () => {
    const death = sampleEvidence(
      5,
      'Captain Berg died at Husum in 1961. I was told of the death of my father by my mother.',
    );
    const mother = sampleEvidence(
      6,
      'Lady Wiek died at Flensburg in 1970. My father was at the funeral.',
    );
    const last = sampleEvidence(7, 'I never met my father, and remember nothing of Captain Berg.');
    const asked = {
      question: 'Where did your father die?',
      about: { phrase: 'your father', person: true },
      recent: new Set([last.documentKey]),
      evidence: [mother, death, last],
      history: [
        { role: 'user', content: 'Did you know your father?' },
        { role: 'assistant', content: last.text },
      ],
    } as const;
    const { text } = await told('Where did he die?', asked);
    expect(text).toContain('Husum');
    expect(text).not.toContain('Flensburg');
  });

  it('on an animal is answered from the note on it, which calls it by its name alone', async () => {
    const note = 'Biscuit is a greyhound of nine. He is afraid of the toaster.';
    const biscuit = sampleEvidence(8, note, { title: 'Biscuit' });
    const asked = {
      question: 'What is your dog afraid of?',
      about: { phrase: 'your dog', person: true },
      recent: new Set([biscuit.documentKey]),
      evidence: [biscuit, friend],
      history: [
        { role: 'user', content: 'Tell me about your dog.' },
        { role: 'assistant', content: note },
      ],
    } as const;
    expect((await told('What is he afraid of?', asked)).text).toContain('toaster');
  });

  it('may say nothing of being one', async () => {
    const short = { question: 'What did you retire from?', followUp: false };
    expect((await told('What did you retire from?', short)).text).toContain('retired in 2011');
  });
});
