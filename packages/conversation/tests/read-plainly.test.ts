import { describe, expect, it } from '@jest/globals';
import type { Memory } from '@personate/contracts';
import { asked, ida, openWorld, type Fact } from './memory-world.ts';

/** Of a loft that varnishes masts: questions of new hands, a price list, a procedure. */
const house: readonly Fact[] = [
  {
    id: 'crane',
    title: 'Questions of new hands',
    headings: ['What do I do when the crane is stuck?'],
    text: 'Switch it off and count to twenty. If the hook still hangs, ring Hauke, who greased it last.',
  },
  {
    id: 'leave',
    title: 'Questions of new hands',
    headings: ['How many days of leave do I have?'],
    text: 'Twenty-nine, and the day of the regatta.',
  },
  {
    id: 'alarm',
    title: 'Questions of new hands',
    headings: ['Who do I call about the alarm?'],
    text: 'Safewatch, on extension 12. Not the police.',
  },
  {
    id: 'skiff',
    title: 'Skiffs',
    text: 'A skiff that is stuck in the crane for a night costs its owner 15 euro. The crane is greased in spring.',
  },
  {
    id: 'prices',
    title: 'Loft prices',
    text: 'work | price | time\nSmall varnish | 80 euro | 1 day\nFull varnish | 240 euro | 4 days\n\nMembers pay half.',
  },
];

const memory: Memory = {
  memoryId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  personaId: 'ida',
  userId: 'anna',
  text: 'The user has 12 days of leave.',
  quote: 'I have 12 days of leave.',
  kind: 'fact',
  slot: null,
  trust: 'stated',
  status: 'active',
  sourceTurnId: '6f9619ff-8b86-4d01-b42d-00cf4fc964fe',
  createdAt: '2026-01-01T00:00:00Z',
};

async function told(question: string, facts = house): Promise<{ text: string; cited: string[] }> {
  const world = await openWorld(undefined, ida, facts);
  const { text } = await world.ask(question);
  const { evidence = [] } = world.turns.at(-1) ?? {};
  return { text, cited: evidence.filter(({ cited }) => cited).map(({ documentId }) => documentId) };
}

describe('a document of questions with their answers', () => {
  it('answers a question with what stands under it, and cites that', async () => {
    expect(await told('What do I do when the crane is stuck?')).toEqual({
      text: 'Switch it off and count to twenty. If the hook still hangs, ring Hauke, who greased it last.',
      cited: ['crane'],
    });
  });

  it('answers what somebody asks of themselves where nothing of theirs is meant', async () => {
    expect((await told('Who do I call about the alarm?')).cited).toEqual(['alarm']);
    expect((await told('How many days of leave do I have?')).cited).toEqual(['leave']);
  });

  it('leaves what a user told of themselves to come first', async () => {
    const world = await openWorld(undefined, ida, house);
    world.memories.push(memory);
    const question = asked('How many days of leave do I have?', { userId: 'anna' });
    const { text } = await world.ask('How many days of leave do I have?', {
      ...question,
      signal: new AbortController().signal,
    });
    expect(text).toContain('12 days');
  });

  it.each([
    'What is my name?',
    'What is my phone number?',
    'What is my email address?',
    'Do you remember my phone number?',
    'What is my job?',
    'When is my birthday?',
    'What is my blood type?',
    'What are my hobbies?',
    'What is my dog called?',
  ])('tells nobody as their own what its papers say of the persona: %s', async (question) => {
    const card = [
      ...house,
      {
        id: 'card',
        title: 'About me',
        text: 'Name: Ida Berg\nPhone number: 555 1234\nEmail address: ida@example.org\nJob: boat builder\nBirthday: 4 May 1950\nBlood type: A\nDog: Rex',
      },
      { id: 'hobbies', title: 'My hobbies', text: '- rowing\n- carving\n- brass bands' },
    ];
    const { text, cited } = await told(question, card);
    expect(cited).toEqual([]);
    expect(text).not.toMatch(/Ida Berg|555|example|builder|1950|\bA\.|rowing|Rex/u);
  });

  it('tells whoever asks of something of theirs what a list says of all of them', async () => {
    expect(await told('How long does my full varnish take?')).toEqual({
      text: 'Full varnish: 4 days.',
      cited: ['prices'],
    });
  });
});

describe('a price list', () => {
  it('answers with the row and the column that are asked for', async () => {
    expect(await told('What does a full varnish cost?')).toEqual({
      text: 'Full varnish: 240 euro.',
      cited: ['prices'],
    });
    expect((await told('How long does a full varnish take?')).text).toBe('Full varnish: 4 days.');
  });
});
