import { describe, expect, it } from '@jest/globals';
import { personaDocumentSchema, type SearchResult } from '@personate/contracts';
import type { SpeakRequest } from '../speaker.ts';
import { ExtractiveSpeaker } from './extractive-speaker.ts';
import { sampleEvidence } from './sample-evidence.ts';

const persona = personaDocumentSchema.parse({
  id: 'ida',
  name: 'Ida Berg',
  subject: { kind: 'fictional' },
  disclosure: 'Ida Berg is synthetic.',
  persona: { summary: 'Ida Berg is a boat builder from Kiel. She built eleven boats.' },
});

async function told(question: string, evidence: SearchResult[], more: Partial<SpeakRequest> = {}) {
  const request: SpeakRequest = {
    persona,
    asked: question,
    question,
    language: 'en',
    decision: 'answered',
    evidence,
    memories: [],
    history: [],
    prompt: [],
    style: 0,
    ...more,
  };
  let text = '';
  for await (const part of new ExtractiveSpeaker().speak(request, new AbortController().signal))
    if (part.type === 'text') text += part.text;
  return text;
}

const film = sampleEvidence(
  1,
  'I played a smuggler in Night Ferry in 1985. In Night Ferry the smuggler Rolf Hahn stood alone. Jutta Wiek directed the film in the real streets of Kiel.',
);
const boat = sampleEvidence(
  2,
  'Every plank of the Elin is cut as it was in 1922, and none of the Elin is glued. It took me five winters, from 2017 to 2022, to restore the Elin.',
);
const firm = sampleEvidence(
  3,
  'I founded a company for bottled water in 2015, with my sister Rike. The water of the company comes out of a deep well. The company is named Kielwasser and sells in every shop.',
);

describe('of a text that is on what is asked, that sentence is said which holds what was asked for', () => {
  it.each([
    ['Who directed Night Ferry?', film, /^Jutta Wiek directed/u],
    ['How long did it take to restore the Elin?', boat, /^It took me five winters/u],
    ['What is your water company called?', firm, /^The company is named Kielwasser/u],
  ])('%j', async (question, evidence, expected) => {
    expect(await told(question, [evidence])).toMatch(expected);
  });

  it('and nothing of another text is put behind it', async () => {
    const other = sampleEvidence(4, 'Rolf Hahn led the harbour choir in Night Ferry week.');
    expect(await told('Who directed Night Ferry?', [film, other])).not.toContain('choir');
  });

  it.each([
    // What is so of another child, another relative, another's earnings.
    [
      'When was your third child born?',
      'Lady Wiek was born in 1792 and was the only child of Rolf Wiek. I gave birth to my third child on 2 July 1839.',
      /2 July 1839/u,
      /1792/u,
    ],
    [
      'What did your mother teach?',
      'My uncle Colm taught me to teach rowing. My mother taught arithmetic in Kiel.',
      /arithmetic/u,
      /Colm/u,
    ],
    [
      'What was the name of the ship that brought your mother home?',
      'My boat was named Elin after my mother. The ship Florida brought my mother home.',
      /Florida/u,
      /Elin/u,
    ],
    [
      'Which of your boats is the best?',
      'I built the third of my boats in haste. Many people called the Elin the best boat of the coast.',
      /Elin/u,
      /haste/u,
    ],
  ])('%j', async (question, text, expected, other) => {
    const spoken = await told(question, [sampleEvidence(14, text)]);
    expect(spoken).toMatch(expected);
    expect(spoken).not.toMatch(other);
  });

  it('and a text with the whole name goes before one with a part of it', async () => {
    const tens = sampleEvidence(5, 'I ran the Leeds ten kilometres in 58 minutes, and fast.');
    const marathon = sampleEvidence(6, 'I ran the Kiel Marathon in 4 hours 41 minutes, not fast.');
    const spoken = await told('How fast did you run the Kiel Marathon?', [tens, marathon]);
    expect(spoken).toContain('4 hours 41');
    expect(spoken).not.toContain('58');
  });
});

describe('what answers another question is not said', () => {
  it.each([
    [
      'Who directed Night Ferry?',
      'I played a smuggler in Night Ferry. Rolf Hahn feared Night Ferry.',
      'Hahn',
    ],
    [
      'How much did your yard cost?',
      'I have a yard of my own near Kiel. My yard is quiet.',
      'Kiel',
    ],
    ['How much did your yard cost?', 'The film cost a million dollars.', 'million'],
    ['How old was Rolf Hahn?', 'Rolf Hahn and I were friends for twenty years.', 'twenty'],
  ])('of anything else: %j', async (question, text, other) => {
    expect(await told(question, [sampleEvidence(30, text)])).not.toContain(other);
  });

  it('of a time, where it is asked how often', async () => {
    const cup = sampleEvidence(31, 'I won the harbour cup in the 1960s. I won the cup twice.');
    expect(await told('How often did you win the harbour cup?', [cup])).toContain('twice');
  });

  it('of a name, where none is told', async () => {
    const race = sampleEvidence(20, 'I raced my boat on the Great Lakes from Chicago to Detroit.');
    expect(await told('What was your boat called?', [race])).not.toContain('Great Lakes');
    const named = sampleEvidence(21, 'My first boat, Elin, was of larch.');
    expect(await told('What was your first boat called?', [race, named])).toContain('Elin');
  });

  it.each([
    [
      'How long do I bake the rye with the lid on?',
      'Feed the rye starter in the evening. I feed the rye with milk.',
      'milk',
    ],
    [
      'How fast did you run the Kiel Marathon?',
      'I ran the Leeds ten in 58 minutes, and fast.',
      '58',
    ],
  ])('of something else: %j', async (question, text, other) => {
    const title = 'Kiel Marathon: 4 hours 41.';
    const evidence = [sampleEvidence(24, text), sampleEvidence(25, title)];
    expect(await told(question, evidence)).not.toContain(other);
  });

  it('though its verb be in no list', async () => {
    const text =
      'Christmas purchases may come back until 20 January. The van collects on Fridays at four.';
    expect(await told('When does the van come?', [sampleEvidence(26, text)])).toMatch(/^The van/u);
  });

  it('of what others did, behind what the persona did', async () => {
    const bills = sampleEvidence(22, 'I paid back every supplier of mine.');
    const wages = sampleEvidence(23, 'By Easter Colm had paid back me and every supplier.');
    const spoken = await told('Did you pay back every supplier?', [bills, wages]);
    expect(spoken).toContain('I paid back');
    expect(spoken).not.toContain('Colm');
  });

  it('of another day of the week', async () => {
    const hours = sampleEvidence(7, 'We close early and the yard is closed on Sundays.');
    expect(await told('What time do we close on Saturdays?', [hours])).not.toContain('Sundays');
    const week = sampleEvidence(8, 'We close at six from Monday to Friday.');
    expect(await told('When do we close on Wednesdays?', [week])).toContain('at six');
  });

  it('of how something else is ordered', async () => {
    const receipts = sampleEvidence(9, 'Ask for the receipt or look the order up in the till.');
    expect(await told('How do I order more receipt paper?', [receipts])).not.toContain('Ask for');
    const paper = sampleEvidence(10, 'We order receipt paper from the firm in Kiel.');
    expect(await told('How do I order more receipt paper?', [paper])).toContain('firm in Kiel');
  });

  it('of some bird, where the bird is that of the text told last', async () => {
    const gannet = sampleEvidence(11, 'I found the bird on the shore and drove it to the vet.');
    const museum = sampleEvidence(12, 'I think that a bird in a museum is a stuffed bird.');
    const talk = { recent: new Set([gannet.documentKey]) };
    expect(await told('Did the bird live?', [museum, gannet], talk)).not.toContain('museum');
  });
});

describe('what was read out can be said again', () => {
  it('though it would not stand alone', async () => {
    const text = 'Mix the glue. You have about forty seconds before it sets.';
    const glue = sampleEvidence(13, text);
    const spoken = await told('How long do I have?', [glue], {
      followUp: true,
      recent: new Set([glue.documentKey]),
      history: [
        { role: 'user', content: 'How do I mix the glue?' },
        { role: 'assistant', content: text },
      ],
    });
    expect(spoken).toContain('forty seconds');
  });
});
